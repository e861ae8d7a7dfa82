import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, body, versioned } from '../../../shared/api/client';
import type {
  ApiKeyView,
  ClientView,
  GroupView,
  PersonView,
  TenantView,
  UserView,
} from '../../../shared/api/schema';
import { useSession } from '../../../shared/session/SessionGate';
import { usePages } from '../../../shared/ui/pages';

/** The roles of people; machines have others besides. */
export const PEOPLE_ROLES = ['employee', 'manager', 'designer', 'developer', 'admin'] as const;
export const ROLES = [...PEOPLE_ROLES, 'worker', 'agent'] as const;

export function useUsers(q: string | undefined) {
  const { tenant } = useSession();
  return usePages<UserView>(['identity', tenant, 'users', q], (cursor) =>
    body(api.GET('/users', { params: { query: { q, cursor, count: 'true' } } })),
  );
}

export function useUser(id: string) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['identity', tenant, 'user', id],
    queryFn: () => versioned(api.GET('/users/{id}', { params: { path: { id } } })),
  });
}

/** What policies can know about a user. */
export function useAttributes(id: string) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['identity', tenant, 'attributes', id],
    queryFn: () => body(api.GET('/policies/subjects/{id}', { params: { path: { id } } })),
  });
}

export function useGroups(q: string | undefined) {
  const { tenant } = useSession();
  return usePages<GroupView>(['identity', tenant, 'groups', q], (cursor) =>
    body(api.GET('/groups', { params: { query: { q, cursor, count: 'true' } } })),
  );
}

export function useGroup(id: string) {
  const { tenant } = useSession();
  return useQuery({
    queryKey: ['identity', tenant, 'group', id],
    queryFn: () => versioned(api.GET('/groups/{id}', { params: { path: { id } } })),
  });
}

export function useMembers(id: string) {
  const { tenant } = useSession();
  return usePages<PersonView>(['identity', tenant, 'members', id], (cursor) =>
    body(api.GET('/groups/{id}/members', { params: { path: { id }, query: { cursor, count: 'true' } } })),
  );
}

export function useKeys(all: boolean) {
  const { tenant } = useSession();
  return usePages<ApiKeyView>(['identity', tenant, 'keys', all], (cursor) =>
    body(api.GET('/api-keys', { params: { query: { all, cursor, count: 'true' } } })),
  );
}

export function useClients() {
  const { tenant } = useSession();
  return usePages<ClientView>(['identity', tenant, 'clients'], (cursor) =>
    body(api.GET('/clients', { params: { query: { cursor, count: 'true' } } })),
  );
}

export function useTenants(all: boolean) {
  return usePages<TenantView>(['identity', 'tenants', all], (cursor) =>
    body(api.GET('/tenants', { params: { query: { all, cursor } } })),
  );
}

export function useTenantMembers(id: string, q: string | undefined) {
  return usePages<UserView>(['identity', 'tenant-members', id, q], (cursor) =>
    body(api.GET('/tenants/{id}/members', { params: { path: { id }, query: { q, cursor, count: 'true' } } })),
  );
}

export function useRefreshPeople(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['identity'] });
}
