import { lazy } from 'react';

/** The four apps, in the order in which they are offered. */
export const APPS = [
  {
    id: 'engage',
    roles: ['employee'],
    page: lazy(() => import('../apps/engage/Engage')),
  },
  {
    id: 'designer',
    roles: ['designer', 'developer'],
    page: lazy(() => import('../apps/designer/Designer')),
  },
  {
    id: 'manager',
    roles: ['manager'],
    page: lazy(() => import('../apps/manager/Manager')),
  },
  {
    id: 'admin',
    roles: ['admin', 'developer'],
    page: lazy(() => import('../apps/admin/Admin')),
  },
] as const;

export type AppId = (typeof APPS)[number]['id'];

/** Somebody who has several roles uses the app of the first of these the most. */
const HOMES: readonly [role: string, app: AppId][] = [
  ['admin', 'admin'],
  ['manager', 'manager'],
  ['designer', 'designer'],
  ['developer', 'designer'],
  ['employee', 'engage'],
];

/** Where `/` leads to; undefined for somebody without any of the roles. */
export function homeFor(roles: ReadonlySet<string>): AppId | undefined {
  return HOMES.find(([role]) => roles.has(role))?.[1];
}

export function appsFor(roles: ReadonlySet<string>) {
  return APPS.filter((app) => app.roles.some((role) => roles.has(role)));
}
