export const TYPES = ['text', 'number', 'boolean'] as const;
export type VariableType = (typeof TYPES)[number];

/** A variable as it is typed. */
export interface TypedVariable {
  name: string;
  type: VariableType;
  value: string;
}

/** Names that expressions can say. */
const NAME = /^[\p{L}_$][\p{L}\p{N}_$]*$/u;

export type Fault = 'name' | 'twice' | 'number';

/** What is wrong with a row; undefined when nothing is. */
export function faultOf(row: TypedVariable, rows: TypedVariable[]): Fault | undefined {
  if (!NAME.test(row.name)) {
    return 'name';
  }
  if (rows.filter((other) => other.name === row.name).length > 1) {
    return 'twice';
  }
  return row.type === 'number' && numberOf(row.value) === null ? 'number' : undefined;
}

export function valuesOf(rows: TypedVariable[]): Record<string, unknown> {
  return Object.fromEntries(rows.map((row) => [row.name, valueOf(row)]));
}

function valueOf({ type, value }: TypedVariable): unknown {
  return type === 'number' ? numberOf(value) : type === 'boolean' ? value === 'true' : value;
}

/** With a point or a comma, as it is typed here and there. */
function numberOf(typed: string): number | null {
  const text = typed.trim().replace(',', '.');
  return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}
