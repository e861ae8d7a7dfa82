import { expect, it } from 'vitest';
import { changesIn, namesIn } from './report';

it('a report is read area by area', () => {
  expect(changesIn({ areas: { tasks: { 'tasks_task.owner': 1, 'tasks_task.assignee': 7 }, audit: { entry: 2 } } })).toEqual([
    { area: 'audit', place: 'entry', count: 2 },
    { area: 'tasks', place: 'tasks_task.assignee', count: 7 },
    { area: 'tasks', place: 'tasks_task.owner', count: 1 },
  ]);
  expect(changesIn({})).toEqual([]);
});

it('names are taken however they are separated, each once', () => {
  expect(namesIn(' email, iban;email\nphone ')).toEqual(['email', 'iban', 'phone']);
  expect(namesIn('')).toEqual([]);
});
