import type { TaskView } from '../../shared/api/schema';

/** How long tasks took from their making to their end. */
export interface Times {
  name: string;
  count: number;
  /** Milliseconds; half of the tasks took less. */
  median: number;
  /** Milliseconds; nine of ten took less. */
  slow: number;
  /** From 0 to 1, of those with a due date; undefined when none had one. */
  inTime: number | undefined;
}

/** The times of each name that `nameOf` gives, who did the most first; what has none is left out. */
export function timesBy(tasks: TaskView[], nameOf: (task: TaskView) => string | null | undefined): Times[] {
  const groups = new Map<string, TaskView[]>();
  for (const task of tasks) {
    const name = nameOf(task);
    if (name && task.createdAt && task.endedAt) {
      groups.set(name, [...(groups.get(name) ?? []), task]);
    }
  }
  return [...groups].map(([name, done]) => timesOf(name, done)).sort((a, b) => b.count - a.count);
}

function timesOf(name: string, tasks: TaskView[]): Times {
  const spans = tasks
    .map((task) => Date.parse(task.endedAt ?? '') - Date.parse(task.createdAt ?? ''))
    .sort((a, b) => a - b);
  const due = tasks.filter((task) => task.dueAt);
  const punctual = due.filter((task) => Date.parse(task.endedAt ?? '') <= Date.parse(task.dueAt ?? ''));
  return {
    name,
    count: tasks.length,
    median: at(spans, 0.5),
    slow: at(spans, 0.9),
    inTime: due.length > 0 ? punctual.length / due.length : undefined,
  };
}

/** The nearest-rank percentile. */
function at(sorted: number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const;

/** For example "2.5 hours". */
export function spanText(milliseconds: number, locale: string): string {
  const [unit, size] = UNITS.find(([, size]) => milliseconds >= size) ?? UNITS[3];
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: unit === 'second' ? 0 : 1,
  }).format(milliseconds / size);
}
