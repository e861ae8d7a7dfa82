import createClient, { type Middleware } from 'openapi-fetch';
import { currentTenant } from '../session/tenant';
import { accessToken, sessionLost } from '../session/session';
import { ProblemError, type ProblemDocument } from './problem';
import type { paths } from './schema';

const withSession: Middleware = {
  async onRequest({ request }) {
    const token = await accessToken();
    if (token) {
      request.headers.set('Authorization', `Bearer ${token}`);
    }
    const tenant = currentTenant();
    if (tenant) {
      request.headers.set('X-Tenant-Id', tenant);
    }
    return request;
  },
  onResponse({ response }) {
    if (response.status === 401) {
      sessionLost();
    }
    return response;
  },
};

/** The platform's API; each call needs a session. */
export const api = createClient<paths>({ baseUrl: window.location.origin });
api.use(withSession);

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/**
 * The answer's body; throws a {@link ProblemError} for what the platform refused.
 *
 *     const page = await body(api.GET('/tasks', {params}));
 */
export async function body<T>(answer: Promise<Answer<T>>): Promise<NonNullable<T>> {
  return (await checked(answer)).data as NonNullable<T>;
}

/** The body with the ETag that a change sends as If-Match. */
export async function versioned<T>(
  answer: Promise<Answer<T>>,
): Promise<{ value: NonNullable<T>; etag: string | undefined }> {
  const done = await checked(answer);
  return {
    value: done.data as NonNullable<T>,
    etag: done.response.headers.get('ETag') ?? undefined,
  };
}

async function checked<T>(answer: Promise<Answer<T>>): Promise<Answer<T>> {
  let done: Answer<T>;
  try {
    done = await answer;
  } catch (cause) {
    throw ProblemError.unreachable(cause);
  }
  if (!done.response.ok) {
    throw new ProblemError(
      (done.error ?? { status: done.response.status }) as ProblemDocument,
      done.response.headers.get('X-Request-Id') ?? undefined,
    );
  }
  return done;
}

/** A header object for a versioned change. */
export function ifMatch(etag: string | undefined): { 'If-Match'?: string } {
  return etag ? { 'If-Match': etag } : {};
}
