const KEY = 'flowmaster.tenant';

/** The tenant that this browser tab works in; null before one is chosen. */
export function currentTenant(): string | null {
  return sessionStorage.getItem(KEY) ?? localStorage.getItem(KEY);
}

/** Chooses the tenant for this tab, and for tabs that are opened later. */
export function chooseTenant(tenant: string): void {
  sessionStorage.setItem(KEY, tenant);
  localStorage.setItem(KEY, tenant);
}

/**
 * Where somebody works who has not chosen: in the tenant where they may do the most. The first by
 * name would be wrong for who has just founded another tenant, which holds but its administrator.
 */
export function usualTenant(memberships: Readonly<Record<string, { roles?: string[] }>>): string {
  const rolesIn = (tenant: string) => memberships[tenant]?.roles?.length ?? 0;
  return Object.keys(memberships).sort().sort((one, other) => rolesIn(other) - rolesIn(one))[0] ?? '';
}
