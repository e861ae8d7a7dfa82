/** A piece of a text; with the names of the values that stand in it. */
export interface Piece {
  text: string;
  names: string[];
}

export interface Mark {
  name: string;
  start: number;
  end: number;
}

/** Parts a page's text at the ends of marks; places are those in the whole document, where the page begins at `from`. */
export function piecesOf(text: string, from: number, marks: Mark[]): Piece[] {
  const inside = marks
    .map(({ name, start, end }) => ({ name, start: Math.max(0, start - from), end: Math.min(text.length, end - from) }))
    .filter(({ start, end }) => start < end);
  const cuts = [...new Set([0, text.length, ...inside.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index] ?? 0;
    return {
      text: text.slice(start, end),
      names: inside.filter((mark) => mark.start <= start && end <= mark.end).map(({ name }) => name),
    };
  });
}
