import type { Canvas, ElementRegistry, Overlays, Services } from './services';

/** What is drawn upon a diagram, by the ids of its elements. */
export interface DiagramMarks {
  /** How many tokens wait there. */
  tokens?: Readonly<Record<string, number>>;
  /** How many open incidents there are. */
  incidents?: Readonly<Record<string, number>>;
  /** How often it was passed: the more, the warmer. */
  heat?: Readonly<Record<string, number>>;
  /** Classes of the caller's own, styled in its own style sheet. */
  classes?: Readonly<Record<string, string>>;
}

const HEAT_LEVELS = 4;
const KIND = 'fm-mark';

/** 1 (cold) to 4 (hot), by the logarithm: a loop of a thousand rounds must not whiten the rest. */
export function heatLevel(count: number, most: number): number {
  if (count <= 0 || most <= 0) {
    return 0;
  }
  const share = Math.log1p(count) / Math.log1p(most);
  return Math.min(HEAT_LEVELS, Math.max(1, Math.ceil(share * HEAT_LEVELS)));
}

export interface MarkedElement {
  id: string;
  name: string;
  tokens: number;
  incidents: number;
  heat: number;
}

/** The marked elements as a list, those with incidents first: the diagram for who cannot see it. */
export function marked(marks: DiagramMarks, name: (id: string) => string): MarkedElement[] {
  const { tokens = {}, incidents = {}, heat = {} } = marks;
  const ids = new Set([...Object.keys(incidents), ...Object.keys(tokens), ...Object.keys(heat)]);
  return [...ids]
    .map((id) => ({
      id,
      name: name(id),
      tokens: tokens[id] ?? 0,
      incidents: incidents[id] ?? 0,
      heat: heat[id] ?? 0,
    }))
    .filter((element) => element.tokens + element.incidents + element.heat > 0)
    .sort((a, b) => b.incidents - a.incidents || b.tokens - a.tokens || b.heat - a.heat);
}

/** Draws the marks; the answer takes them away again. */
export function drawMarks(viewer: Services, marks: DiagramMarks): () => void {
  const canvas = viewer.get<Canvas>('canvas');
  const registry = viewer.get<ElementRegistry>('elementRegistry');
  const overlays = viewer.get<Overlays>('overlays');
  const added: [string, string][] = [];
  const mark = (id: string, marker: string) => {
    canvas.addMarker(id, marker);
    added.push([id, marker]);
  };
  const badge = (id: string, kind: string, text: string, position: Record<string, number>) => {
    const html = document.createElement('span');
    html.className = `fm-badge fm-badge--${kind}`;
    html.textContent = text;
    overlays.add(id, KIND, { position, html });
  };
  const each = (of: Readonly<Record<string, number>> | undefined, draw: (id: string, count: number) => void) => {
    for (const [id, count] of Object.entries(of ?? {})) {
      if (count > 0 && registry.get(id)) {
        draw(id, count);
      }
    }
  };

  const most = Math.max(0, ...Object.values(marks.heat ?? {}));
  each(marks.heat, (id, count) => {
    mark(id, `fm-heat-${heatLevel(count, most)}`);
    badge(id, 'heat', String(count), { top: -10, left: -10 });
  });
  each(marks.tokens, (id, count) => {
    mark(id, 'fm-active');
    badge(id, 'token', String(count), { bottom: 12, left: -12 });
  });
  each(marks.incidents, (id, count) => {
    mark(id, 'fm-incident');
    badge(id, 'incident', `! ${count}`, { bottom: 12, right: 18 });
  });
  for (const [id, marker] of Object.entries(marks.classes ?? {})) {
    if (registry.get(id)) {
      mark(id, marker);
    }
  }

  return () => {
    overlays.remove({ type: KIND });
    added.forEach(([id, marker]) => registry.get(id) && canvas.removeMarker(id, marker));
  };
}
