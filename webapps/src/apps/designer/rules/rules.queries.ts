import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, body, ifMatch, versioned } from '@shared/api/client';
import type { TestCaseRequest } from '@shared/api/schema';
import { useSession } from '@shared/session/SessionGate';
import type { DraftStore } from '../autosave';

const PAGE = 50;
const rulesKey = (tenant: string) => ['rules', tenant] as const;
const ruleKey = (tenant: string, id: string) => [...rulesKey(tenant), id] as const;

const read = (id: string) => versioned(api.GET('/rules/{id}', { params: { path: { id } } }));

export function useRuleSets(q: string) {
  const { tenant } = useSession();
  return useInfiniteQuery({
    queryKey: [...rulesKey(tenant), 'list', q],
    queryFn: ({ pageParam }) =>
      body(api.GET('/rules', { params: { query: { q: q || undefined, limit: PAGE, cursor: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

/** A rule set with its draft; never from an earlier visit, whose draft would be a conflict. */
export function useRuleSet(id: string) {
  const { tenant } = useSession();
  return useQuery({ queryKey: [...ruleKey(tenant, id), 'draft'], queryFn: () => read(id), gcTime: 0 });
}

export function ruleStore(id: string): DraftStore {
  return {
    async read() {
      const { value, etag } = await read(id);
      return { xml: value.dmnXml ?? '', etag };
    },
    async write(xml, etag) {
      const written = await versioned(
        api.PUT('/rules/{id}', { params: { path: { id }, header: ifMatch(etag) }, body: { dmnXml: xml } }),
      );
      return written.etag;
    },
  };
}

export function useCreateRuleSet() {
  return useRuleChange(({ name, dmnXml }: { name: string; dmnXml: string }) =>
    body(api.POST('/rules', { body: { name, dmnXml } })),
  );
}

export function useImportRuleSet() {
  return useRuleChange((file: File) =>
    body(
      api.POST('/rules/import', {
        body: { file: file as unknown as string },
        bodySerializer: () => {
          const form = new FormData();
          form.append('file', file);
          return form;
        },
      }),
    ),
  );
}

export function usePublishRuleSet(id: string) {
  return useRuleChange((changelog: string) =>
    body(
      api.POST('/rules/{id}/publish', {
        params: { path: { id } },
        body: { changelog: changelog || undefined },
      }),
    ),
  );
}

export function useRuleVersions(id: string) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: [...ruleKey(tenant, id), 'versions'],
    queryFn: () => body(api.GET('/rules/{id}/versions', { params: { path: { id }, query: { limit: PAGE } } })),
  });
}

/** Decides with the draft as it is saved. */
export function useEvaluate(id: string) {
  return useMutation({
    mutationFn: ({ variables, version }: { variables: Record<string, unknown>; version?: number }) =>
      body(
        api.POST('/rules/{id}/evaluate', {
          params: { path: { id } },
          body: { variables: variables as never, version },
        }),
      ),
  });
}

/** Gaps and overlaps of the saved draft; asked again after each save. */
export function useAnalysis(id: string, saves: number) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: [...ruleKey(tenant, id), 'analysis', saves],
    queryFn: () => body(api.GET('/rules/{id}/analysis', { params: { path: { id } } })),
    gcTime: 0,
  });
}

export function useRuleTests(id: string) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: [...ruleKey(tenant, id), 'tests'],
    queryFn: () => body(api.GET('/rules/{id}/tests', { params: { path: { id } } })),
  });
}

/** Replaces the tests; saving the model goes on beside it. */
export function useKeepTests(id: string) {
  return useRuleChange(async (tests: TestCaseRequest[]) => {
    const { etag } = await read(id);
    return body(
      api.PUT('/rules/{id}/tests', { params: { path: { id }, header: ifMatch(etag) }, body: { tests } }),
    );
  });
}

export function useRunTests(id: string) {
  return useMutation({
    mutationFn: () => body(api.POST('/rules/{id}/tests/run', { params: { path: { id } } })),
  });
}

function useRuleChange<I, O>(change: (input: I) => Promise<O>) {
  const { tenant } = useSession();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => queries.invalidateQueries({ queryKey: rulesKey(tenant) }),
  });
}
