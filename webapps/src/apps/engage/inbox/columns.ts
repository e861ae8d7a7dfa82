import { Stored } from '../../../shared/ui/stored';

/** Columns beside the task's name, in their order. */
export const COLUMNS = ['process', 'businessKey', 'sla', 'assignee', 'priority', 'due', 'created'] as const;
export type Column = (typeof COLUMNS)[number];

/** What the list can be sorted by, with the API's word. */
export const SORTS: Partial<Record<Column | 'name', string>> = {
  name: 'name',
  due: 'due',
  sla: 'due',
  priority: 'priority',
  created: 'created',
};

const isColumns = (value: unknown) =>
  Array.isArray(value) && value.every((item) => COLUMNS.some((column) => column === item));

export const chosenColumns = new Stored<Column[]>(
  'flowmaster.engage.columns',
  ['process', 'businessKey', 'sla', 'assignee', 'priority', 'created'],
  isColumns,
);
