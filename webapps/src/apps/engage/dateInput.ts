/** An instant as `datetime-local` fields want it: the browser's zone, to the minute. */
export function toInput(instant: string | null | undefined): string {
  if (!instant) {
    return '';
  }
  const at = new Date(instant);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** The way back; nothing typed is no date. */
export function fromInput(typed: string): string | null {
  return typed === '' ? null : new Date(typed).toISOString();
}
