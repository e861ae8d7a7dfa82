/** More conditions than this the platform does not take. */
export const MOST_CONDITIONS = 5;

export const OPERATORS = ['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'contains'] as const;
export type Operator = (typeof OPERATORS)[number];

/** A condition on a variable of the task or of its process. */
export interface VariableCondition {
  name: string;
  operator: Operator;
  value: string;
}

/** The API's words, as in "amount:gt:1000"; what a text contains stands between stars. */
export function writeCondition({ name, operator, value }: VariableCondition): string {
  return operator === 'contains' ? `${name}:like:*${value}*` : `${name}:${operator}:${value}`;
}

/** Undefined for what is no condition, in an address that somebody typed. */
export function readCondition(text: string): VariableCondition | undefined {
  const [, name, word, value] = /^([^:]+):([a-z]+):(.*)$/su.exec(text) ?? [];
  if (name === undefined || word === undefined || value === undefined) {
    return undefined;
  }
  if (word === 'like') {
    return { name, operator: 'contains', value: value.replace(/^\*|\*$/g, '') };
  }
  const operator = OPERATORS.find((known) => known === word);
  return operator && { name, operator, value };
}

const SIGNS: Partial<Record<Operator, string>> = { eq: '=', ne: '≠', gt: '>', ge: '≥', lt: '<', le: '≤' };

/** For the eye; words of the language where there is no sign. */
export function signOf(operator: Operator, contains: string): string {
  return SIGNS[operator] ?? contains;
}

/** Whether the platform can compare so: by size only numbers and texts, never yes and no. */
export function isComplete({ name, operator, value }: VariableCondition): boolean {
  const isWord = /^(true|false|null)$/.test(value);
  const hasSize = !['gt', 'ge', 'lt', 'le'].includes(operator) || !isWord;
  return name.trim() !== '' && !name.includes(':') && value !== '' && hasSize;
}
