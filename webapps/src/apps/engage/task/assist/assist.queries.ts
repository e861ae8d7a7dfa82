import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../../shared/api/client';
import type { CaseAnswer, CaseBriefing } from '../../../../shared/api/schema';
import { useSession } from '../../../../shared/session/SessionGate';
import { readEvents } from './stream';

/** Nobody waits longer than this for what is only a help. */
const PATIENCE_MS = 15_000;
const STALE_MS = 60_000;

const STREAM = { Accept: 'text/event-stream' };

const key = (tenant: string, taskId: string, what: string, language: string) =>
  ['assist', tenant, taskId, what, language] as const;

/** A briefing that grows: at once what the case says, then a model's checked sentences, if there is one. */
export function useBriefing(taskId: string, revision: number | undefined) {
  const { tenant } = useSession();
  const language = useLanguage();
  const queries = useQueryClient();
  const [wording, setWording] = useState('');
  const queryKey = [...key(tenant, taskId, 'briefing', language), revision];
  const query = useQuery({
    queryKey,
    queryFn: async ({ signal }) => {
      setWording('');
      const stop = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
      const stream = await body(
        api.POST('/api/v1/briefing/{taskId}', {
          params: { path: { taskId } },
          headers: { ...STREAM, 'Accept-Language': language },
          parseAs: 'stream',
          signal: stop,
        }),
      );
      let latest: CaseBriefing | null = null;
      try {
        await readEvents(stream as unknown as ReadableStream<Uint8Array>, (name, data) => {
          if (name === 'sentence') {
            setWording((said) => `${said} ${String(data)}`.trim());
          } else {
            latest = data as CaseBriefing;
            queries.setQueryData(queryKey, latest);
          }
        });
      } catch (broken) {
        // What came before the stream broke is worth more than a message.
        if (!latest) {
          throw broken;
        }
      }
      setWording('');
      return latest;
    },
    retry: false,
    staleTime: STALE_MS,
    refetchOnWindowFocus: false,
  });
  return { ...query, wording };
}

/** What the fields of the form may hold; asked for once, since what is typed meanwhile counts more. */
export function useSmartForm(taskId: string) {
  const { tenant } = useSession();
  const language = useLanguage();
  return useQuery({
    queryKey: key(tenant, taskId, 'form', language),
    queryFn: ({ signal }) =>
      body(
        api.POST('/api/v1/smart-form/{taskId}', {
          params: { path: { taskId } },
          headers: { 'Accept-Language': language },
          signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
        }),
      ),
    retry: false,
    staleTime: Infinity,
    gcTime: 0,
  });
}

/** Asks about the case. */
export function useAsk(taskId: string) {
  const language = useLanguage();
  return useMutation({
    mutationFn: (question: string): Promise<CaseAnswer> =>
      body(
        api.POST('/api/v1/query/{taskId}', {
          params: { path: { taskId } },
          headers: { 'Accept-Language': language },
          body: { question },
          signal: AbortSignal.timeout(60_000),
        }),
      ),
  });
}

function useLanguage(): string {
  const { i18n } = useTranslation();
  return i18n.resolvedLanguage ?? i18n.language;
}
