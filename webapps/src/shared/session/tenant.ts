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
