import type { ErasureReport } from '../../../shared/api/schema';

export interface Change {
  area: string;
  place: string;
  count: number;
}

/** What an erasure changed, area by area, what it changed the most first. */
export function changesIn({ areas }: Pick<ErasureReport, 'areas'>): Change[] {
  return Object.entries(areas ?? {})
    .flatMap(([area, places]) =>
      Object.entries(places).map(([place, count]) => ({ area, place, count: Number(count) })),
    )
    .sort((a, b) => a.area.localeCompare(b.area) || b.count - a.count);
}

/** Names that stand in a text, one after the other. */
export function namesIn(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/).filter(Boolean))];
}
