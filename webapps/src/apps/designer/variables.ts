/** A line of the form: what a person typed. */
export interface Line {
  name: string;
  value: string;
}

/** What was typed as JSON where it is JSON (900, true, {"a": 1}), and as text otherwise. */
export function variablesOf(lines: readonly Line[]): Record<string, unknown> {
  return Object.fromEntries(
    lines.filter(({ name }) => name.trim()).map(({ name, value }) => [name.trim(), valueOf(value)]),
  );
}

/** What was typed, read like the value of a variable. */
export function valueOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
