import { useQuery } from '@tanstack/react-query';
import { Loading } from '@carbon/react';
import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../api/client';
import type { Me } from '../api/schema';
import { ProblemNotice } from '../ui/ProblemNotice';
import { answerOpener, login, onSessionLost, sessions } from './session';
import { lazyDialog } from '../ui/lazyDialog';
import { chooseTenant, currentTenant, usualTenant } from './tenant';

const loadLost = async () => (await import('./SessionLostDialog')).SessionLostDialog;
const SessionLostDialog = lazyDialog(loadLost);

export interface Session {
  userId: string;
  name: string;
  tenant: string;
  tenants: string[];
  roles: ReadonlySet<string>;
  groups: ReadonlySet<string>;
  isPlatformAdmin: boolean;
  switchTenant: (tenant: string) => void;
}

const SessionContext = createContext<Session | null>(null);

/** Who works here; only inside the {@link SessionGate}. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) {
    throw new Error('no session');
  }
  return session;
}

/** For tests and for the gate. */
export const SessionProvider = SessionContext.Provider;

/** Whether the user has one of the roles in the current tenant. */
export function useHasRole(...roles: string[]): boolean {
  const session = useSession();
  return roles.some((role) => session.roles.has(role));
}

/** Shows its children to somebody who is logged in, and sends others to log in first. */
export function SessionGate({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const [ready, setReady] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [isLost, setLost] = useState(false);

  useEffect(() => {
    entering ??= enter();
    entering.then(setReady, setFailure);
    // It is for the moment when the server may be out of reach.
    entering.then(loadLost, () => undefined);
    return onSessionLost(() => setLost(true));
  }, []);

  if (failure) {
    return <ProblemNotice problem={failure} retry={() => void login()} standalone />;
  }
  if (!ready) {
    return <Loading description={t('session.opening')} withOverlay={false} className="fm-opening" />;
  }
  return (
    <>
      <Known>{children}</Known>
      {isLost && <SessionLostDialog onBack={() => setLost(false)} />}
    </>
  );
}

/** Once a page, however often it is rendered: a code is good for one exchange. */
let entering: Promise<boolean> | null = null;

/** True when there is a session; otherwise the browser is on its way to the login page. */
async function enter(): Promise<boolean> {
  if (window.location.pathname === '/callback') {
    try {
      const user = await sessions.signinCallback();
      const here = (user?.state as { here?: string } | undefined)?.here;
      window.history.replaceState(null, '', here?.startsWith('/') ? here : '/');
      return true;
    } catch {
      if (await answerOpener()) {
        return false;
      }
      // A bookmarked or repeated callback: nothing is lost by logging in again.
      window.history.replaceState(null, '', '/');
    }
  }
  if (await sessions.getUser()) {
    return true;
  }
  await login();
  return false;
}

function Known({ children }: { children: ReactNode }) {
  const me = useQuery({
    queryKey: ['me'],
    queryFn: () => body(api.GET('/auth/me')),
    staleTime: 300_000,
  });
  const [tenant, setTenant] = useState(currentTenant);
  const session = useMemo(
    () => (me.data ? sessionOf(me.data, tenant, setTenant) : null),
    [me.data, tenant],
  );
  if (me.error) {
    return <ProblemNotice problem={me.error} retry={() => void me.refetch()} standalone />;
  }
  return session && <SessionProvider value={session}>{children}</SessionProvider>;
}

function sessionOf(me: Me, wanted: string | null, setTenant: (tenant: string) => void): Session {
  const memberships = (me.memberships ?? {}) as Record<string, { roles?: string[]; groups?: string[] }>;
  const tenants = Object.keys(memberships).sort();
  const tenant = wanted && tenants.includes(wanted) ? wanted : usualTenant(memberships);
  if (tenant && tenant !== currentTenant()) {
    chooseTenant(tenant);
  }
  return {
    userId: me.id ?? '',
    name: me.name ?? me.id ?? '',
    tenant,
    tenants,
    roles: new Set(memberships[tenant]?.roles),
    groups: new Set(memberships[tenant]?.groups),
    isPlatformAdmin: me.platformAdmin ?? false,
    switchTenant: (next) => {
      chooseTenant(next);
      setTenant(next);
    },
  };
}
