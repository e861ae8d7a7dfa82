import type { ExecutionView, HistoryEvent } from '../../../shared/api/schema';
import type { DiagramMarks } from '../../../shared/bpmn/marks';

/** Where the tokens and the incidents are, and how often each activity was entered. */
export function marksOf(execution: ExecutionView, history: HistoryEvent[]): DiagramMarks {
  return {
    tokens: countBy(execution.activities ?? [], (activity) => activity.activityId),
    // What failed in a called process is shown at the call that led there.
    incidents: countBy(
      execution.incidents ?? [],
      (incident) => incident.callActivityId ?? incident.activityId,
    ),
    heat: countBy(
      history.filter((event) => event.type === 'ACTIVITY_STARTED'),
      (event) => event.activityId,
    ),
  };
}

function countBy<T>(items: T[], keyOf: (item: T) => string | null | undefined): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) {
    const key = keyOf(item);
    if (key) {
      counts[key] = (counts[key] ?? 0) + 1;
    }
  }
  return counts;
}
