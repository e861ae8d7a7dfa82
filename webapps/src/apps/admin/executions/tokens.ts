import type { ExecutionView } from '../../../shared/api/schema';

export interface WaitingAt {
  id: string;
  name: string;
  count: number;
}

/** The activities with tokens, each once. */
export function waiting({ activities = [] }: ExecutionView): WaitingAt[] {
  const found = new Map<string, WaitingAt>();
  for (const { activityId, name } of activities) {
    if (activityId) {
      const count = (found.get(activityId)?.count ?? 0) + 1;
      found.set(activityId, { id: activityId, name: name || activityId, count });
    }
  }
  return [...found.values()];
}
