export interface Span {
  start?: number;
  end?: number;
}

export interface Part {
  text: string;
  isMarked: boolean;
}

/** A text in parts, those in the spans marked; spans that overlap or lead nowhere do no harm. */
export function partsOf(text: string, spans: readonly Span[]): Part[] {
  const parts: Part[] = [];
  let at = 0;
  const sorted = [...spans].sort((one, other) => (one.start ?? 0) - (other.start ?? 0));
  for (const { start = 0, end = 0 } of sorted) {
    const from = Math.max(start, at);
    const to = Math.min(end, text.length);
    if (to <= from) {
      continue;
    }
    if (from > at) {
      parts.push({ text: text.slice(at, from), isMarked: false });
    }
    parts.push({ text: text.slice(from, to), isMarked: true });
    at = to;
  }
  if (at < text.length) {
    parts.push({ text: text.slice(at), isMarked: false });
  }
  return parts;
}
