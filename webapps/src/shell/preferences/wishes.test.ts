import { expect, test } from 'vitest';
import { cleared, wants, wish } from './wishes';

test('what is told here is wanted, mail has to be asked for', () => {
  expect(wants({}, 'task.assigned', 'inapp')).toBe(true);
  expect(wants({}, 'task.assigned', 'email')).toBe(false);
  expect(wants({ channels: { email: true } }, 'task.assigned', 'email')).toBe(true);
});

test('a topic goes before the channel, and others stay as they were', () => {
  const wishes = { channels: { email: true }, topics: { 'task.overdue': { sms: true } } };
  const less = wish(wishes, 'task.overdue', 'email', false);
  expect(wants(less, 'task.overdue', 'email')).toBe(false);
  expect(wants(less, 'task.assigned', 'email')).toBe(true);
  expect(less.topics?.['task.overdue']).toEqual({ sms: true, email: false });
});

test('what is empty is not sent', () => {
  expect(cleared({ phone: '', quietFrom: '22:00', locale: 'de' })).toEqual({ quietFrom: '22:00', locale: 'de' });
});
