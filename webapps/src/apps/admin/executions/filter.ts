import type { UrlFilters } from '../../../shared/ui/useUrlFilters';

export const STATUSES = ['RUNNING', 'PAUSED', 'FAILED', 'COMPLETED', 'CANCELLED'] as const;
export type Status = (typeof STATUSES)[number];

/** Which executions are meant, as the list and the bulk actions of the platform take it. */
export interface ExecutionFilter {
  q?: string;
  status?: Status[];
  processKey?: string;
  version?: number;
  businessKey?: string;
  activityId?: string;
  variable?: string[];
  startedAfter?: string;
  startedBefore?: string;
  hasIncident?: boolean;
}

export function filterOf(filters: Pick<UrlFilters, 'one' | 'many'>): ExecutionFilter {
  const version = Number(filters.one('version'));
  const incident = filters.one('hasIncident');
  const status = STATUSES.filter((known) => filters.many('status').includes(known));
  const variable = filters.many('variable').filter(isCondition);
  return compact({
    q: filters.one('q'),
    status: status.length > 0 ? status : undefined,
    processKey: filters.one('processKey'),
    version: Number.isInteger(version) && version > 0 ? version : undefined,
    businessKey: filters.one('businessKey'),
    activityId: filters.one('activityId'),
    variable: variable.length > 0 ? variable : undefined,
    startedAfter: filters.one('startedAfter'),
    startedBefore: filters.one('startedBefore'),
    hasIncident: incident === undefined ? undefined : incident === 'true',
  });
}

/** The same for a bulk action, which only reaches what has not ended. */
export function bulkFilterOf({ variable, ...filter }: ExecutionFilter) {
  return compact({ ...filter, variables: variable });
}

export const OPERATORS = ['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'like'] as const;

/** Whether it reads `name:operator:value`; the platform refuses anything else. */
export function isCondition(text: string): boolean {
  const [name, operator, ...value] = text.split(':');
  return Boolean(name) && OPERATORS.some((known) => known === operator) && value.length > 0;
}

function compact<T extends object>(values: T): T {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as T;
}
