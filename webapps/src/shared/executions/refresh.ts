import { useQueryClient } from '@tanstack/react-query';
import { useSession } from '../session/SessionGate';

/** Reads everything about executions anew; after something was changed. */
export function useRefreshExecutions(): () => Promise<void> {
  const client = useQueryClient();
  const { tenant } = useSession();
  return () => client.invalidateQueries({ queryKey: ['executions', tenant] });
}
