/** Reads decision tables from DMN of any version, as far as pages show them. */

export interface Column {
  label: string;
  /** The FEEL expression of an input, the name of an output. */
  text: string;
  type: string | undefined;
  /** The texts that the model allows; empty when it says nothing, or more than texts. */
  allowed: string[];
}

export interface TableRule {
  id: string;
  description: string;
  inputs: string[];
  outputs: string[];
}

export interface Decision {
  id: string;
  name: string;
  hitPolicy: string | undefined;
  requires: string[];
  inputs: Column[];
  outputs: Column[];
  rules: TableRule[];
}

export function decisionsOf(xml: string): Decision[] {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  return children(document.documentElement, 'decision').map(decisionOf);
}

function decisionOf(element: Element): Decision {
  const table = children(element, 'decisionTable')[0];
  return {
    id: element.getAttribute('id') ?? '',
    name: element.getAttribute('name') ?? element.getAttribute('id') ?? '',
    hitPolicy: table && hitPolicyOf(table),
    requires: children(element, 'informationRequirement')
      .flatMap((one) => children(one, 'requiredDecision'))
      .map((one) => (one.getAttribute('href') ?? '').replace(/^.*#/, '')),
    inputs: table ? children(table, 'input').map(inputOf) : [],
    outputs: table ? children(table, 'output').map(outputOf) : [],
    rules: table ? children(table, 'rule').map(ruleOf) : [],
  };
}

function hitPolicyOf(table: Element): string {
  const policy = table.getAttribute('hitPolicy') ?? 'UNIQUE';
  return [policy, table.getAttribute('aggregation')].filter(Boolean).join(' ');
}

function inputOf(element: Element): Column {
  const expression = children(element, 'inputExpression')[0];
  const text = expression ? textIn(expression) : '';
  return {
    label: element.getAttribute('label') || text,
    text,
    type: expression?.getAttribute('typeRef') ?? undefined,
    allowed: textsIn(children(element, 'inputValues')[0]),
  };
}

function outputOf(element: Element): Column {
  const text = element.getAttribute('name') ?? '';
  return {
    label: element.getAttribute('label') || text,
    text,
    type: element.getAttribute('typeRef') ?? undefined,
    allowed: [],
  };
}

const TEXTS = /^\s*"[^"\\]*"(\s*,\s*"[^"\\]*")*\s*$/;

function textsIn(element: Element | undefined): string[] {
  const list = element ? textIn(element) : '';
  return TEXTS.test(list) ? [...list.matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? '') : [];
}

function ruleOf(element: Element): TableRule {
  return {
    id: element.getAttribute('id') ?? '',
    description: children(element, 'description')[0]?.textContent ?? '',
    inputs: children(element, 'inputEntry').map(textIn),
    outputs: children(element, 'outputEntry').map(textIn),
  };
}

function textIn(element: Element): string {
  return children(element, 'text')[0]?.textContent?.trim() ?? '';
}

function children(element: Element, name: string): Element[] {
  return [...element.children].filter((child) => child.localName === name);
}

/** The one that no other needs: what is evaluated when none is named. */
export function mainOf(decisions: Decision[]): Decision | undefined {
  const needed = new Set(decisions.flatMap((one) => one.requires));
  return decisions.find((one) => !needed.has(one.id)) ?? decisions[0];
}

export type FieldKind = 'text' | 'number' | 'boolean' | 'date' | 'json';

export interface Field {
  name: string;
  label: string;
  kind: FieldKind;
  allowed: string[];
}

const PATH = /^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*)*$/u;

/** What has to be known to evaluate a decision with all that it needs, except what these give each other. */
export function fieldsOf(decisions: Decision[], id: string): Field[] {
  const asked = withNeeded(decisions, id);
  const given = new Set(
    asked
      .filter((one) => one.id !== id)
      .flatMap((one) => [one.id, one.name, ...one.outputs.map((output) => output.text)]),
  );
  const fields = new Map<string, Field>();
  for (const { text, label, type, allowed } of asked.flatMap((one) => one.inputs)) {
    const name = text.split('.')[0] ?? '';
    if (PATH.test(text) && !given.has(name) && !fields.has(name)) {
      const isWhole = name === text;
      fields.set(
        name,
        isWhole ? { name, label, kind: kindOf(type), allowed } : { name, label: name, kind: 'json', allowed: [] },
      );
    }
  }
  return [...fields.values()];
}

function withNeeded(decisions: Decision[], id: string, seen = new Set<string>()): Decision[] {
  const decision = decisions.find((one) => one.id === id);
  if (!decision || seen.has(id)) {
    return [];
  }
  seen.add(id);
  return [decision, ...decision.requires.flatMap((needed) => withNeeded(decisions, needed, seen))];
}

function kindOf(type: string | undefined): FieldKind {
  switch (type?.replace(/^feel:/, '').toLowerCase()) {
    case 'number':
    case 'integer':
    case 'long':
    case 'double':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'date':
      return 'date';
    case 'string':
      return 'text';
    default:
      return 'json';
  }
}
