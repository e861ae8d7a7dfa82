/** A proposal as it is typed: a text as it is, anything else as JSON. */
export function typedOf(proposal: unknown): string {
  if (proposal === null || proposal === undefined) {
    return '';
  }
  return typeof proposal === 'string' ? proposal : JSON.stringify(proposal, null, 2);
}

/** What was typed: JSON where the proposal is none or no text, a text otherwise; undefined when it cannot be read. */
export function answerOf(typed: string, proposal: unknown): unknown {
  if (typed.trim() === '') {
    return undefined;
  }
  if (typeof proposal === 'string') {
    return typed;
  }
  try {
    return JSON.parse(typed) as unknown;
  } catch {
    return proposal === null || proposal === undefined ? typed : undefined;
  }
}
