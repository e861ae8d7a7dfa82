/** Where a subscription delivers to, in a word: the address, or the kind of target with its name. */
export function targetOf(sink: unknown): string {
  const entries = Object.entries((sink ?? {}) as Record<string, unknown>);
  const url = entries.find(([kind]) => kind === 'url');
  if (url) {
    return String(url[1]);
  }
  return entries.map(([kind, name]) => `${kind}: ${String(name)}`).join(', ');
}

/** What a person typed between commas or blanks. */
export function typesIn(text: string): string[] {
  return text.split(/[\s,]+/).filter(Boolean);
}
