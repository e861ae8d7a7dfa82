import type { Field } from './dmn';

export type Read = { ok: true; values: Record<string, unknown> } | { ok: false; wrong: string[] };

/** What was typed, as variables; an empty field is left out, and so is null for the rules. */
export function valuesOf(fields: Field[], typed: Record<string, string>): Read {
  const values: Record<string, unknown> = {};
  const wrong: string[] = [];
  for (const { name, kind } of fields) {
    const text = (typed[name] ?? '').trim();
    if (text === '') {
      continue;
    }
    const value = valueOf(kind, text);
    if (value === undefined) {
      wrong.push(name);
    } else {
      values[name] = value;
    }
  }
  return wrong.length > 0 ? { ok: false, wrong } : { ok: true, values };
}

function valueOf(kind: Field['kind'], text: string): unknown {
  switch (kind) {
    case 'number':
      return Number.isFinite(Number(text)) ? Number(text) : undefined;
    case 'boolean':
      return text === 'true';
    case 'json':
      return jsonOrText(text);
    default:
      return text;
  }
}

/** A column without a type takes anything: a word needs no quotes there. */
function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return /^[[{"]/.test(text) ? undefined : text;
  }
}
