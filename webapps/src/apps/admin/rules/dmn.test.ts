import { expect, it } from 'vitest';
import { decisionsOf, fieldsOf, mainOf } from './dmn';
import { valuesOf } from './values';

const XML = `<?xml version="1.0"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/">
  <decision id="fee" name="Fee">
    <informationRequirement id="r"><requiredDecision href="#risk"/></informationRequirement>
    <decisionTable hitPolicy="COLLECT" aggregation="SUM">
      <input id="i1" label="Risk"><inputExpression typeRef="string"><text>risk</text></inputExpression></input>
      <input id="i2"><inputExpression typeRef="number"><text>amount</text></inputExpression></input>
      <input id="i3"><inputExpression><text>customer.country</text></inputExpression></input>
      <output id="o1" name="fee" typeRef="number"/>
      <rule id="rule1"><description>Dear</description>
        <inputEntry><text>"high"</text></inputEntry><inputEntry><text>&gt; 10</text></inputEntry><inputEntry><text></text></inputEntry>
        <outputEntry><text>5</text></outputEntry></rule>
    </decisionTable>
  </decision>
  <decision id="risk" name="Risk">
    <decisionTable>
      <input id="i4" label="New?"><inputExpression typeRef="boolean"><text>isNew</text></inputExpression></input>
      <input id="i5"><inputExpression typeRef="string"><text>kind</text></inputExpression><inputValues><text>"shop", "inn"</text></inputValues></input>
      <output id="o2" name="risk" typeRef="string"/>
    </decisionTable>
  </decision>
</definitions>`;

it('a table is read with its rules', () => {
  const [fee] = decisionsOf(XML);
  expect(fee).toMatchObject({
    id: 'fee',
    hitPolicy: 'COLLECT SUM',
    requires: ['risk'],
    rules: [{ id: 'rule1', description: 'Dear', inputs: ['"high"', '> 10', ''], outputs: ['5'] }],
  });
});

it('the form asks for what the decision and those that it needs read, not for what they give each other', () => {
  const decisions = decisionsOf(XML);
  expect(mainOf(decisions)?.id).toBe('fee');
  expect(fieldsOf(decisions, 'fee')).toEqual([
    { name: 'amount', label: 'amount', kind: 'number', allowed: [] },
    { name: 'customer', label: 'customer', kind: 'json', allowed: [] },
    { name: 'isNew', label: 'New?', kind: 'boolean', allowed: [] },
    { name: 'kind', label: 'kind', kind: 'text', allowed: ['shop', 'inn'] },
  ]);
  expect(fieldsOf(decisions, 'risk').map((field) => field.name)).toEqual(['isNew', 'kind']);
});

it('what was typed becomes a value of its kind; what cannot be one is named', () => {
  const fields = fieldsOf(decisionsOf(XML), 'fee');
  expect(valuesOf(fields, { amount: '12', customer: '{"country":"DE"}', isNew: 'true' })).toEqual({
    ok: true,
    values: { amount: 12, customer: { country: 'DE' }, isNew: true },
  });
  expect(valuesOf(fields, { amount: 'many', customer: '{' })).toEqual({ ok: false, wrong: ['amount', 'customer'] });
  expect(valuesOf(fields, {})).toEqual({ ok: true, values: {} });
});

it('what is no DMN has no decisions', () => {
  expect(decisionsOf('<html>')).toEqual([]);
});
