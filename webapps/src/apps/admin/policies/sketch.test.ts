import { expect, it } from 'vitest';
import { sendable, STARTER, withCell, withInput, withoutRule, withRule } from './sketch';

it('a new rule denies, with a cell for each column', () => {
  const two = withRule(STARTER);
  expect(two.rules[1]).toEqual({ inputs: ['', '', ''], outputs: ['"deny"', '""'], description: '' });
  expect(withoutRule(two, 0).rules).toEqual([two.rules[1]]);
});

it('a new column is empty in every rule, so that nothing changes', () => {
  const wider = withInput(withRule(STARTER), 'resource.attributes.name');
  expect(wider.inputs.at(-1)).toEqual({ expression: 'resource.attributes.name' });
  expect(wider.rules.map((rule) => rule.inputs.length)).toEqual([4, 4]);
});

it('a cell is changed alone', () => {
  const changed = withCell(withRule(STARTER), 1, 'inputs', 0, '"claim"');
  expect(changed.rules.map((rule) => rule.inputs[0])).toEqual(['', '"claim"']);
  expect(sendable(changed).rules[1]).toEqual({
    inputs: ['"claim"', '', ''],
    outputs: ['"deny"', '""'],
    description: undefined,
  });
});
