import { ErrorResponse, InMemoryWebStorage, UserManager, WebStorageStateStore, type User } from 'oidc-client-ts';

const origin = window.location.origin;

/**
 * Authorization code flow with PKCE (RFC 9700, section 2.1.1). Tokens live in memory alone, out of
 * reach of what might read a browser's storage: a reload gets new ones with the login cookie.
 */
export const sessions = new UserManager({
  authority: origin,
  metadata: {
    issuer: origin,
    authorization_endpoint: `${origin}/oauth2/authorize`,
    token_endpoint: `${origin}/oauth2/token`,
    end_session_endpoint: `${origin}/connect/logout`,
    revocation_endpoint: `${origin}/oauth2/revoke`,
    jwks_uri: `${origin}/oauth2/jwks`,
  },
  client_id: 'flowmaster-web',
  redirect_uri: `${origin}/callback`,
  post_logout_redirect_uri: `${origin}/`,
  scope: 'openid profile email',
  userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
  stateStore: new WebStorageStateStore({ store: window.sessionStorage }),
  automaticSilentRenew: true,
  accessTokenExpiringNotificationTimeInSeconds: 60,
});

type Listener = () => void;
const lost = new Set<Listener>();

/** Hears when the platform no longer knows the session. */
export function onSessionLost(listener: Listener): () => void {
  lost.add(listener);
  return () => lost.delete(listener);
}

/** The platform answered 401. */
export function sessionLost(): void {
  lost.forEach((listener) => listener());
}

let renewal: Promise<User | null> | null = null;

/**
 * A token that is good for now; undefined without a session. Only the platform's own refusal ends a
 * session: one that cannot be reached may know it still, and the error says so.
 */
export async function accessToken(): Promise<string | undefined> {
  const user = await sessions.getUser();
  if (user && !user.expired) {
    return user.access_token;
  }
  if (!user?.refresh_token) {
    return undefined;
  }
  renewal ??= sessions.signinSilent().finally(() => {
    renewal = null;
  });
  try {
    return (await renewal)?.access_token;
  } catch (failure) {
    if (failure instanceof ErrorResponse) {
      sessionLost();
      return undefined;
    }
    throw failure;
  }
}

/** Sends the browser to the login page; afterwards it comes back to this address. */
export function login(): Promise<void> {
  const here = window.location.pathname + window.location.search + window.location.hash;
  return sessions.signinRedirect({ state: { here } });
}

/**
 * Logs in in a small window of its own, so that this page stays as it is.
 *
 * @returns whether it is the same person as before
 */
export async function loginAgain(): Promise<boolean> {
  const before = await sessions.getUser();
  const now = await sessions.signinPopup();
  return before === null || before.profile.sub === now.profile.sub;
}

/**
 * In the small window: hands the code to the page that opened it and closes. The window cannot know
 * that page's login by itself: its session storage was copied before the login began.
 */
export async function answerOpener(): Promise<boolean> {
  if (!window.opener) {
    return false;
  }
  await sessions.signinPopupCallback();
  return true;
}

/** Ends the session here and at the platform. */
export function logout(): Promise<void> {
  return sessions.signoutRedirect();
}
