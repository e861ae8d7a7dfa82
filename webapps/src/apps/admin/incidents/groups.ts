import type { ExecutionView } from '../../../shared/api/schema';

/** Executions that fail in the same way at the same place. */
export interface Cause {
  key: string;
  message: string;
  activity: string;
  process: string;
  executions: { id: string; name: string }[];
  incidents: number;
  since: string;
}

/** Groups what is open by its cause, the widest first. */
export function causesOf(executions: ExecutionView[]): Cause[] {
  const causes = new Map<string, Cause>();
  for (const execution of executions) {
    for (const incident of execution.incidents ?? []) {
      const message = incident.message ?? '';
      const activity = incident.activityName ?? incident.activityId ?? '';
      const key = JSON.stringify([incident.processKey, incident.activityId, general(message)]);
      const cause = causes.get(key) ?? {
        key,
        message,
        activity,
        process: execution.processName ?? execution.processKey ?? '',
        executions: [],
        incidents: 0,
        since: incident.since ?? '',
      };
      cause.incidents += 1;
      if (incident.since && incident.since < cause.since) {
        cause.since = incident.since;
      }
      if (!cause.executions.some((known) => known.id === execution.id)) {
        const id = execution.id ?? '';
        cause.executions.push({ id, name: execution.businessKey || id });
      }
      causes.set(key, cause);
    }
  }
  return [...causes.values()].sort((a, b) => b.executions.length - a.executions.length);
}

/** The same fault names other ids, numbers and times in each execution. */
function general(message: string): string {
  return message
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/gi, '#')
    .replace(/\d+/g, '#')
    .trim();
}
