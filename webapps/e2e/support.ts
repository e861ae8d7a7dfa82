import AxeBuilder from '@axe-core/playwright';
import { expect, type APIRequestContext, type Page } from '@playwright/test';

const PASSWORD = 'flowmaster';
/** Named in each call: who has founded other tenants belongs to several. */
const TENANT = 'demo';
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Opens an address as a demo user, by way of the login page. */
export async function open(page: Page, user: string, path: string): Promise<void> {
  await page.goto(path);
  await page.getByLabel('Username').fill(user);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByRole('banner', { name: 'FlowMaster' })).toBeVisible();
}

/** Goes where a link within the workspace would lead: the page is not loaded anew. */
export async function follow(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState({}, '', to);
    dispatchEvent(new PopStateEvent('popstate', { state: {} }));
  }, path);
}

/** What fades in has its colours when it has arrived; what turns for ever is not waited for. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((one) => one.effect?.getComputedTiming().iterations !== Infinity)
        .map((one) => one.finished),
    ).then(() => undefined),
  );
}

/** Nothing on the page breaks a rule of WCAG 2.2 AA that a machine can check. */
export async function expectAccessible(page: Page): Promise<void> {
  await settled(page);
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  const found = violations.map(
    (rule) => `${rule.id}: ${rule.nodes.map((node) => node.target.join(' ')).join('; ')}`,
  );
  expect(found).toEqual([]);
}

/** A name that no other test uses. */
export const unique = (name: string) =>
  `${name} ${Date.now().toString(36)}${Math.random().toString(36).slice(2, 5)}`;

/** Calls the API as a demo user; answers the body. */
export async function callApi(
  request: APIRequestContext,
  user: string,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  data?: unknown,
  headers: Record<string, string> = {},
): Promise<unknown> {
  const login = await request.post('/auth/login', { data: { username: user, password: PASSWORD } });
  const { accessToken } = (await login.json()) as { accessToken: string };
  const answer = await request.fetch(path, {
    method,
    data,
    headers: { Authorization: `Bearer ${accessToken}`, 'X-Tenant-Id': TENANT, ...headers },
  });
  expect(answer.ok(), `${method} ${path}: ${answer.status()} ${await answer.text()}`).toBe(true);
  const text = await answer.text();
  return text === '' ? undefined : JSON.parse(text);
}

/** Gives a process a decision or a form. */
export async function putFile(request: APIRequestContext, id: string, name: string, content: string): Promise<void> {
  const login = await request.post('/auth/login', { data: { username: 'designer', password: PASSWORD } });
  const { accessToken } = (await login.json()) as { accessToken: string };
  const answer = await request.put(`/processes/${id}/resources/${name}`, {
    data: content,
    headers: { Authorization: `Bearer ${accessToken}`, 'X-Tenant-Id': TENANT, 'Content-Type': 'application/octet-stream' },
  });
  expect(answer.ok(), `${answer.status()} ${await answer.text()}`).toBe(true);
}
