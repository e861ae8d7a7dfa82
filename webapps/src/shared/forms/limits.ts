/** What would keep the browser busy for so long that the page no longer answers. */
export type Excess = 'loop' | 'size';

const MOST_FIELDS = 1_000;
const MOST_REPETITIONS = 100;
/** How often the expressions of one field may go round; FEEL cannot be interrupted. */
const MOST_ROUNDS = 100_000;
const RANGE = /(-?\d+(?:\.\d+)?)\s*\.\.\s*(-?\d+(?:\.\d+)?)/g;

interface Part {
  components?: unknown;
  defaultRepetitions?: unknown;
}

/** Looks at a form before it is drawn; undefined when it is of a usual size. */
export function excessOf(schema: object): Excess | undefined {
  const fields = fieldsOf(schema);
  if (
    fields.length > MOST_FIELDS ||
    fields.some(({ defaultRepetitions: often }) => typeof often === 'number' && often > MOST_REPETITIONS)
  ) {
    return 'size';
  }
  return fields.some((field) => roundsOf(field) > MOST_ROUNDS) ? 'loop' : undefined;
}

function fieldsOf(part: Part): Part[] {
  const inner = Array.isArray(part.components) ? (part.components as unknown[]) : [];
  return [part, ...inner.filter((field): field is Part => typeof field === 'object' && field !== null).flatMap(fieldsOf)];
}

/** The most that the ranges of a field's texts can come to, one loop within the other. */
function roundsOf(field: Part): number {
  const own = JSON.stringify({ ...field, components: undefined });
  let rounds = 1;
  for (const [, from, to] of own.matchAll(RANGE)) {
    rounds *= Math.abs(Number(to) - Number(from)) + 1;
  }
  return rounds;
}
