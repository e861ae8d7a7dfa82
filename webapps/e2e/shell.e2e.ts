import { expect, test } from '@playwright/test';
import { callApi, expectAccessible, open, unique } from './support';

test('everybody arrives in the app of their role', async ({ browser }) => {
  for (const [user, app] of [
    ['employee', 'engage'],
    ['designer', 'designer'],
    ['manager', 'manager'],
    ['admin', 'admin'],
  ] as const) {
    const page = await browser.newPage();
    await open(page, user, '/');
    await expect(page).toHaveURL(new RegExp(`/${app}`));
    await page.close();
  }
});

test('an address survives the login', async ({ page }) => {
  await open(page, 'admin', '/admin/executions?status=FAILED');
  await expect(page).toHaveURL(/\/admin\/executions\?status=FAILED/);
});

test('a reload keeps the session, a logout ends it everywhere', async ({ page }) => {
  await open(page, 'employee', '/engage');
  await page.reload();
  await expect(page.getByRole('banner', { name: 'FlowMaster' })).toBeVisible();
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('button', { name: 'Log out everywhere' }).click();
  await expect(page.getByLabel('Username')).toBeVisible();
  await page.goto('/engage');
  await expect(page.getByLabel('Username')).toBeVisible();
});

test('an app of another role is not there', async ({ page }) => {
  await open(page, 'employee', '/admin');
  await expect(page.getByText('There is no such page')).toBeVisible();
});

test('search reaches places and commands by keys, though one list fails and another never answers', async ({ page }) => {
  await open(page, 'admin', '/engage');
  let answerTasks = () => {};
  const answered = new Promise<void>((resolve) => (answerTasks = resolve));
  await page.route('**/tasks?q=*', async (route) => {
    await answered;
    await route.fulfill({ json: { items: [] } });
  });
  await page.route('**/executions?q=*', (route) =>
    route.fulfill({ status: 400, contentType: 'application/problem+json', body: '{"status":400,"detail":"No words."}' }),
  );
  await page.keyboard.press('Control+k');
  const field = page.getByRole('dialog').getByRole('combobox');

  await field.fill('pricing');
  await expect(page.getByRole('option', { name: /Pricing approval.*Process/ })).toBeVisible();
  await expect(page.getByText('Execution: could not be searched.')).toBeVisible();
  await expect(page.getByText('Searching …').first()).toBeVisible();

  await field.fill('theme dark');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-carbon-theme', 'g100');

  await page.keyboard.press('Control+k');
  await field.fill('Desig');
  await expect(page.getByRole('option', { name: /^Designer/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/designer/);
  answerTasks();
});

test('search finds by business key and by id, also for an employee', async ({ page, request }) => {
  const key = `SEARCH-${Date.now()}`;
  const task = (await callApi(request, 'employee', 'POST', '/tasks', {
    name: `Look up ${key}`,
    assignee: 'employee',
  })) as { id: string };
  await open(page, 'employee', '/engage');
  for (const words of [key, task.id]) {
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').fill(words);
    await page.getByRole('option', { name: new RegExp(key) }).click();
    await expect(page).toHaveURL(new RegExp(`/engage/tasks/${task.id}`));
    await expect(page.getByRole('heading', { name: `Look up ${key}` })).toBeVisible();
    await page.goBack();
  }
});

test('what concerns one is told, and stays read', async ({ page, request }) => {
  const name = `Told ${Date.now()}`;
  await callApi(request, 'manager', 'POST', '/tasks', { name, assignee: 'employee2', dueAt: '2020-01-01T00:00:00Z' });
  await open(page, 'employee2', '/engage');
  await page.getByRole('button', { name: /Notifications, [1-9]\d* unread/ }).click();
  const notices = page.getByRole('region', { name: 'Notifications' });
  await expect(notices.getByRole('button', { name: `Unread: ${name} Overdue` })).toBeVisible();
  await expectAccessible(page);
  await notices.getByRole('button', { name: 'Mark all as read' }).click();
  await expect(page.getByRole('button', { name: 'Notifications, 0 unread' })).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: 'Notifications, 0 unread' }).click();
  await notices.getByRole('button', { name }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();
});

test('the dark theme and German stay after a reload', async ({ page }) => {
  await open(page, 'employee', '/engage');
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByText('Dark', { exact: true }).click();
  await page.getByLabel('Language').selectOption('de');
  await expect(page.getByText('Überall abmelden')).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Konto' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-carbon-theme', 'g100');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
});

test('a session that ends asks to log in again, and what was open stays', async ({ page }) => {
  await open(page, 'employee', '/engage');
  await page.route('**/tasks?*', (route) =>
    route.fulfill({ status: 401, contentType: 'application/problem+json', body: '{"status":401}' }),
  );
  await page.goto('/engage');
  await expect(page.getByText('Your session has ended')).toBeVisible();
});

test('without a network a change is refused at once, and works when it is back', async ({ page, request, context }) => {
  const task = (await callApi(request, 'manager', 'POST', '/tasks', {
    name: unique('Offline'),
    assignee: 'employee',
  })) as { id: string };
  await open(page, 'employee', `/engage/tasks/${task.id}`);
  await page.getByRole('tab', { name: 'Comments' }).click();
  await page.getByRole('textbox', { name: 'Comment', exact: true }).fill('@employee2 what do you think?');
  await context.setOffline(true);
  await expect(page.getByText('You are offline')).toBeVisible();
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText('The platform does not answer')).toBeVisible();
  await expect(page.getByText('Your session has ended')).toBeHidden();
  await context.setOffline(false);
  await expect(page.getByText('You are offline')).toBeHidden();
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText('what do you think?')).toBeVisible();
});

test('what one wants to be told of is said once, and kept', async ({ page }) => {
  await open(page, 'employee2', '/engage');
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('button', { name: 'Notifications', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Notifications' });
  const overdueByMail = dialog.getByRole('checkbox', { name: 'A task of mine is overdue: E-mail' });
  await overdueByMail.focus();
  await page.keyboard.press('Space');
  await dialog.getByLabel('Quiet from').fill('22:00');
  await dialog.getByLabel('until').fill('06:30');
  await dialog.getByLabel('Telephone').fill('nobody');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByLabel('Telephone')).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel('Telephone').fill('+4930123456');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Your wishes are saved')).toBeVisible();
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('button', { name: 'Notifications', exact: true }).click();
  await expect(overdueByMail).toBeChecked();
  await expect(dialog.getByLabel('Quiet from')).toHaveValue('22:00');
});
