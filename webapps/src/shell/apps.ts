import { Building, Dashboard, Flow, TaskView } from '@carbon/icons-react';
import { lazy } from 'react';

/** The four apps, in the order in which `/` chooses the first that the user may enter. */
export const APPS = [
  {
    id: 'engage',
    roles: ['employee'],
    icon: TaskView,
    page: lazy(() => import('../apps/engage/Engage')),
  },
  {
    id: 'designer',
    roles: ['designer', 'developer'],
    icon: Flow,
    page: lazy(() => import('../apps/designer/Designer')),
  },
  {
    id: 'manager',
    roles: ['manager'],
    icon: Building,
    page: lazy(() => import('../apps/manager/Manager')),
  },
  {
    id: 'admin',
    roles: ['admin', 'developer'],
    icon: Dashboard,
    page: lazy(() => import('../apps/admin/Admin')),
  },
] as const;

export type AppId = (typeof APPS)[number]['id'];

export function appsFor(roles: ReadonlySet<string>) {
  return APPS.filter((app) => app.roles.some((role) => roles.has(role)));
}
