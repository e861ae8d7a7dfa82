import { useQuery } from '@tanstack/react-query';
import { api, body } from '@shared/api/client';
import type { ProcessFolder } from '@shared/api/schema';
import { useSession } from '@shared/session/SessionGate';
import { readAll } from '@shared/ui/pages';
import { moveProcess, processesKey, useChange, type ProcessStatus } from '../processes.queries';

const PAGE = 200;
const MOST = 2_000;

/** Every folder that a process of the status lies in. */
export function useFolders(status: ProcessStatus | '' = '') {
  const { tenant } = useSession();
  return useQuery({
    queryKey: [...processesKey(tenant), 'folders', status],
    queryFn: async ({ signal }) => {
      const load = (cursor: string | undefined) => {
        const query = { status: status || undefined, limit: PAGE, cursor };
        return body(api.GET('/processes/folders', { signal, params: { query } }));
      };
      return (await readAll<ProcessFolder>(load, MOST)).items;
    },
  });
}

export interface Move {
  id: string;
  folder: string;
}

/** Puts a process into a folder; drafts are edited beside it. */
export function useMoveProcess() {
  return useChange(({ id, folder }: Move) => moveProcess(id, folder));
}
