import { expect, test } from 'vitest';
import { faultIn } from '../fileCheck';
import { idOf, starter } from './starters';

test('an id is what BPMN may refer to, whatever the name is', () => {
  expect(idOf('Höhe des Rabatts')).toBe('hohe-des-rabatts');
  expect(idOf('3 months')).toBe('decision-3-months');
  expect(idOf('***')).toBe('decision');
});

test('a new decision and a new form can be read, whatever the name is', () => {
  const hostile = '<script>alert("1")</script> & "more"';
  expect(faultIn('a.dmn', starter('dmn', hostile))).toBeNull();
  expect(faultIn('a.form', starter('form', hostile))).toBeNull();
});
