import { expect, test } from 'vitest';
import { templatesOf } from './templates';

const say = (key: string, values?: object) => (values ? `${key} ${Object.values(values).join()}` : key);
const nothing = { forms: [], topics: [], decisions: [], calendars: [] };

test('each topic and each published decision is a template, which names it', () => {
  const made = templatesOf(
    { ...nothing, topics: ['price-list'], decisions: [{ name: 'Discount', value: 'discount' }] },
    say,
  );
  expect(made.map(({ name }) => name)).toEqual([
    'templates.user-task',
    'templates.four-eyes',
    'templates.due',
    'templates.topic price-list',
    'templates.decision Discount',
    'templates.prepare',
  ]);
  expect(made[3]?.properties).toContainEqual({
    type: 'Hidden',
    value: 'price-list',
    binding: { type: 'property', name: 'camunda:topic' },
  });
});

test('forms are offered where the process has some, and typed where it has none', () => {
  const formOf = (forms: { name: string; value: string }[]) =>
    templatesOf({ ...nothing, forms }, say)[0]?.properties.find(({ binding }) => binding.name === 'camunda:formRef');
  expect(formOf([])).toMatchObject({ type: 'String' });
  expect(formOf([{ name: 'Expense', value: 'expense' }])).toMatchObject({
    type: 'Dropdown',
    choices: [{ value: '' }, { value: 'expense' }],
  });
});
