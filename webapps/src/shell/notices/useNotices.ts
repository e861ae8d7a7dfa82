import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { seenTasks } from '../../shared/ui/seenTasks';
import { api, body } from '../../shared/api/client';
import type { paths } from '../../shared/api/schema';
import { useHasRole, useSession } from '../../shared/session/SessionGate';
import { Stored, useStored } from '../../shared/ui/stored';
import { noticesOf, type Notice } from './notices';

const POLL_MS = 60_000;
const MOST = 20;
/** More would be facts of long ago. */
const MOST_READ = 1_000;

type Criteria = NonNullable<paths['/tasks']['get']['parameters']['query']>;

const LISTS: readonly Criteria[] = [
  { view: 'mine', sort: '-created' },
  { view: 'mine', sort: 'due', dueWithin: 'P1D' },
  { view: 'escalated', sort: '-created' },
];

const isList = (value: unknown) => Array.isArray(value) && value.every((item) => typeof item === 'string');
const readNotices = new Stored<string[]>('flowmaster.notices.read', [], isList);

/** What concerns the user, from the lists that the inbox has, too; read marks are this browser's. */
export function useNotices() {
  const { tenant, userId, groups, roles } = useSession();
  const isAsked = useHasRole('employee', 'manager');
  const read = new Set(useStored(readNotices));
  const seen = new Set(useStored(seenTasks));
  const lists = useQueries({
    queries: LISTS.map((criteria) => ({
      queryKey: ['tasks', tenant, 'notices', criteria],
      queryFn: async () =>
        (await body(api.GET('/tasks', { params: { query: { ...criteria, limit: MOST } } }))).items ?? [],
      enabled: isAsked,
      refetchInterval: POLL_MS,
    })),
  });
  const called = useQuery({
    queryKey: ['tasks', tenant, 'notices', 'mentions'],
    queryFn: async () =>
      (await body(api.GET('/tasks/mentions', { params: { query: { limit: MOST } } }))).items ?? [],
    enabled: isAsked,
    refetchInterval: POLL_MS,
  });
  const mentions = called.data;
  const [mine, due, escalated] = lists.map((list) => list.data);
  const notices = useMemo(
    () =>
      noticesOf(
        { mine: mine ?? [], due: due ?? [], escalated: escalated ?? [], mentions: mentions ?? [] },
        { userId, groups, roles },
      ),
    [mine, due, escalated, mentions, userId, groups, roles],
  );
  const isRead = ({ id, kind, task }: Notice) => read.has(id) || (kind === 'assigned' && seen.has(task.id ?? ''));
  return {
    notices,
    isAsked,
    isRead,
    unread: notices.filter((notice) => !isRead(notice)).length,
    isPending: isAsked && [...lists, called].some((list) => list.isPending),
    problem: [...lists, called].find((list) => list.error)?.error ?? null,
    markRead: (marked: Notice[]) =>
      readNotices.set([...new Set([...readNotices.get(), ...marked.map(({ id }) => id)])].slice(-MOST_READ)),
  };
}
