import { ErrorResponse, type User } from 'oidc-client-ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { accessToken, onSessionLost, sessions } from './session';

const aUser = (more: Partial<User>) => ({ access_token: 'old', refresh_token: 'r', expired: true, ...more }) as User;
const lost = vi.fn();
let forget: () => void;

beforeEach(() => {
  forget = onSessionLost(lost);
});
afterEach(() => {
  forget();
  vi.restoreAllMocks();
  lost.mockReset();
});

it('a token that is good is used as it is', async () => {
  vi.spyOn(sessions, 'getUser').mockResolvedValue(aUser({ expired: false }));
  const renewed = vi.spyOn(sessions, 'signinSilent');
  expect(await accessToken()).toBe('old');
  expect(renewed).not.toHaveBeenCalled();
});

it('of calls made at once one renews the token for all', async () => {
  vi.spyOn(sessions, 'getUser').mockResolvedValue(aUser({}));
  const renewed = vi.spyOn(sessions, 'signinSilent').mockResolvedValue(aUser({ access_token: 'new' }));
  expect(await Promise.all([accessToken(), accessToken()])).toEqual(['new', 'new']);
  expect(renewed).toHaveBeenCalledTimes(1);
});

it('a refused renewal ends the session', async () => {
  vi.spyOn(sessions, 'getUser').mockResolvedValue(aUser({}));
  vi.spyOn(sessions, 'signinSilent').mockRejectedValue(new ErrorResponse({ error: 'invalid_grant' }));
  expect(await accessToken()).toBeUndefined();
  expect(lost).toHaveBeenCalledTimes(1);
});

it('a platform that is out of reach does not end the session', async () => {
  vi.spyOn(sessions, 'getUser').mockResolvedValue(aUser({}));
  const renewed = vi.spyOn(sessions, 'signinSilent').mockRejectedValue(new TypeError('Failed to fetch'));
  await expect(accessToken()).rejects.toThrow('Failed to fetch');
  expect(lost).not.toHaveBeenCalled();

  renewed.mockResolvedValue(aUser({ access_token: 'new' }));
  expect(await accessToken()).toBe('new');
});
