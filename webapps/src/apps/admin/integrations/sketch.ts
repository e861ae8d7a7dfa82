type Json = Record<string, unknown>;

interface Property {
  default?: unknown;
  writeOnly?: boolean;
}

interface Schema {
  required?: string[];
  properties?: Record<string, Property>;
}

/** The object that is typed; undefined when it is none. */
export function objectIn(text: string): Json | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return read !== null && typeof read === 'object' && !Array.isArray(read) ? (read as Json) : undefined;
  } catch {
    return undefined;
  }
}

/** An object to begin with: what a schema requires, with its defaults; secrets by name. */
export function sketchOf(schema: unknown): string {
  const { required = [], properties = {} } = (schema ?? {}) as Schema;
  const sketch: Json = {};
  for (const name of required) {
    sketch[name] = properties[name]?.writeOnly ? '{{secrets.NAME}}' : (properties[name]?.default ?? '');
  }
  return JSON.stringify(sketch, null, 2);
}
