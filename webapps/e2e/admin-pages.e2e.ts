import { expect, test } from '@playwright/test';
import { callApi, expectAccessible, follow, open, unique } from './support';

const PAGES = {
  'users/employee': 'Eve Employee',
  groups: 'Groups',
  'groups/staff': 'Staff',
  tenants: 'Tenants',
  'tenants/demo': 'Members of demo',
  clients: 'Machine clients',
  keys: 'API keys',
  messages: 'Parked messages',
  processes: 'Processes',
  calendars: 'Calendars',
  schedules: 'Schedules',
  'schedules/new': 'Add a schedule',
  integrations: 'Integrations',
  services: 'Services',
  subscriptions: 'Event subscriptions',
  notifications: 'Notifications',
  mcp: 'MCP',
  knowledge: 'Knowledge',
  ask: 'Knowledge',
  documents: 'Documents',
  reviews: 'Document reviews',
  agents: 'Agents',
  prompts: 'Prompts',
  usage: 'Usage and budgets',
  settings: 'Settings',
};

test('no page of people, machines and settings breaks a rule of accessibility', async ({ page }) => {
  await open(page, 'admin', '/admin/dashboard');
  for (const [path, title] of Object.entries(PAGES)) {
    await follow(page, `/admin/${path}`);
    await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
    await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0);
    await expectAccessible(page);
  }
  await expect(page.getByRole('row', { name: 'max-failures 5' })).toBeVisible();
});

test('a calendar is made, given a holiday, and tells when something is due', async ({ page, request }) => {
  const id = unique('office').replaceAll(' ', '-');
  await open(page, 'admin', '/admin/calendars');
  await page.getByRole('button', { name: 'Add a calendar' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Id').fill(id);
  await dialog.getByLabel('Name').fill('Office');
  await dialog.getByRole('button', { name: 'Save' }).click();

  await expect(page.getByRole('heading', { name: 'Office' })).toBeVisible();
  await page.getByLabel('Time zone').fill('Europe/Nowhere');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Name a time zone of the IANA database').first()).toBeVisible();
  await page.getByLabel('Time zone').fill('Europe/Berlin');
  await page.getByRole('button', { name: 'Add a holiday' }).click();
  await page.getByLabel('Date', { exact: true }).fill('2026-12-25');
  await page.getByRole('group', { name: 'Holiday 1' }).getByLabel('Name').fill('Christmas Day');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Office is saved')).toBeVisible();
  const saved = (await callApi(request, 'admin', 'GET', `/calendars/${id}`)) as { holidays: { date: string }[] };
  expect(saved.holidays.map((holiday) => holiday.date)).toEqual(['2026-12-25']);

  const trial = page.getByRole('complementary', { name: 'Try a due date' });
  await trial.getByLabel('Begins (empty: now)').fill('2026-12-24T09:00');
  await expect(trial.getByRole('status')).toContainText(/December 29, 2026|29 December 2026/);
  await expectAccessible(page);
});

test('what policies can know about a person is said and read', async ({ page }) => {
  await open(page, 'admin', '/admin/users/employee2');
  await page.getByRole('button', { name: 'Attributes' }).click();
  const dialog = page.getByRole('dialog', { name: 'Attributes of Emil Employee' });
  const field = dialog.getByLabel('Attributes', { exact: true });
  await field.fill('no object');
  await expect(dialog.getByText('This is no JSON object.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled();
  await field.fill('{"region": "EMEA"}');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('definition').filter({ hasText: 'region: EMEA' })).toBeVisible();
});
