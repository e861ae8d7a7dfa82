import type { DecisionTableSketch } from '../../../shared/api/schema';
import type { Decision } from '../rules/dmn';

/** A rule table as it is edited: texts alone, as DMN has them. */
export interface Sketch {
  hitPolicy: string;
  inputs: { expression: string; label?: string; type?: string }[];
  outputs: { name: string; label?: string; type?: string }[];
  rules: { inputs: string[]; outputs: string[]; description: string }[];
}

/** Where there is no policy yet: the columns that most have, and a rule that changes nothing. */
export const STARTER: Sketch = {
  hitPolicy: 'RULE ORDER',
  inputs: [
    { expression: 'action', type: 'string' },
    { expression: 'resource.type', type: 'string' },
    { expression: 'subject.attributes.clearance' },
  ],
  outputs: [
    { name: 'effect', type: 'string' },
    { name: 'reason', type: 'string' },
  ],
  rules: [{ inputs: ['', '', ''], outputs: ['"allow"', '""'], description: '' }],
};

export function sketchOf(decision: Decision): Sketch {
  return {
    hitPolicy: decision.hitPolicy ?? 'UNIQUE',
    inputs: decision.inputs.map(({ text, label, type }) => ({
      expression: text,
      label: label === text ? undefined : label,
      type,
    })),
    outputs: decision.outputs.map(({ text, label, type }) => ({
      name: text,
      label: label === text ? undefined : label,
      type,
    })),
    rules: decision.rules.map(({ inputs, outputs, description }) => ({ inputs, outputs, description })),
  };
}

/** As the platform takes it: an empty cell is one that accepts anything. */
export function sendable({ rules, ...table }: Sketch): DecisionTableSketch {
  return {
    ...table,
    rules: rules.map(({ description, ...rule }) => ({ ...rule, description: description || undefined })),
  };
}

export function withRule(sketch: Sketch): Sketch {
  const rule = {
    inputs: sketch.inputs.map(() => ''),
    outputs: sketch.outputs.map((output) => (output.name === 'effect' ? '"deny"' : '""')),
    description: '',
  };
  return { ...sketch, rules: [...sketch.rules, rule] };
}

export function withoutRule(sketch: Sketch, at: number): Sketch {
  return { ...sketch, rules: sketch.rules.filter((_, index) => index !== at) };
}

export function withInput(sketch: Sketch, expression: string): Sketch {
  return {
    ...sketch,
    inputs: [...sketch.inputs, { expression }],
    rules: sketch.rules.map((rule) => ({ ...rule, inputs: [...rule.inputs, ''] })),
  };
}

export function withCell(
  sketch: Sketch,
  at: number,
  part: 'inputs' | 'outputs',
  column: number,
  text: string,
): Sketch {
  return {
    ...sketch,
    rules: sketch.rules.map((rule, index) =>
      index === at ? { ...rule, [part]: rule[part].map((old, other) => (other === column ? text : old)) } : rule,
    ),
  };
}

export function withDescription(sketch: Sketch, at: number, description: string): Sketch {
  return {
    ...sketch,
    rules: sketch.rules.map((rule, index) => (index === at ? { ...rule, description } : rule)),
  };
}
