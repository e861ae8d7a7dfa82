/** The JSON type of a variable, which an edit keeps. */
export type Kind = 'text' | 'number' | 'boolean' | 'json' | 'null';

export function kindOf(value: unknown): Kind {
  switch (typeof value) {
    case 'string':
      return 'text';
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    default:
      return value === null || value === undefined ? 'null' : 'json';
  }
}

/** What an editor of the kind shows. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value, null, 2);
}

export type Parsed = { ok: true; value: unknown } | { ok: false };

const REFUSED: Parsed = { ok: false };

/** The value that a text means for its kind. */
export function parse(kind: Kind, text: string): Parsed {
  switch (kind) {
    case 'text':
      return { ok: true, value: text };
    case 'null':
      return { ok: true, value: null };
    case 'number': {
      const number = Number(text);
      return text.trim() && Number.isFinite(number) ? { ok: true, value: number } : REFUSED;
    }
    case 'boolean':
      return text === 'true' || text === 'false' ? { ok: true, value: text === 'true' } : REFUSED;
    case 'json':
      return parseJson(text);
  }
}

function parseJson(text: string): Parsed {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return REFUSED;
  }
}
