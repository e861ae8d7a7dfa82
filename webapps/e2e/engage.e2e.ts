import { expect, test, type APIRequestContext, type Locator, type Page } from '@playwright/test';
import { callApi, expectAccessible, open } from './support';

const FORM = {
  type: 'default',
  schemaVersion: 19,
  components: [
    { type: 'textfield', id: 'Note', key: 'note', label: 'Note', validate: { required: true } },
    { type: 'number', id: 'Amount', key: 'amount', label: 'Amount' },
  ],
};

interface Task {
  id: string;
  assignee?: string;
  variables: Record<string, unknown>;
}

/** A task that the staff may claim. */
async function aTask(request: APIRequestContext, name: string, more: object = {}): Promise<string> {
  const task = await callApi(request, 'manager', 'POST', '/tasks', { name, candidateGroups: ['staff'], form: FORM, ...more });
  return (task as Task).id;
}

const read = (request: APIRequestContext, id: string) =>
  callApi(request, 'manager', 'GET', `/tasks/${id}`) as Promise<Task>;

/** Presses Tab until the element has the focus, as who has no mouse does. */
async function tabTo(page: Page, element: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await element.evaluate((node) => node === document.activeElement)) {
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error('the Tab key does not lead there');
}

test('tasks are claimed, filled and submitted by keyboard alone, one after the other', async ({ page, request }) => {
  const word = `Keys ${Date.now()}`;
  const due = (day: number) => ({ dueAt: `2030-01-0${day}T12:00:00Z` });
  const first = await aTask(request, `${word} one`, due(1));
  await aTask(request, `${word} two`, due(2));
  await open(page, 'employee', `/engage?view=group&q=${encodeURIComponent(word)}`);
  await expect(page.getByRole('row', { name: new RegExp(word) })).toHaveCount(2);

  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await page.keyboard.press('c');
  await expect(page.getByText(`“${word} one” is yours`)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: `${word} one` })).toBeVisible();

  await tabTo(page, page.getByLabel('Note'));
  await page.keyboard.type('All is well');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(`“${word} one” is answered`)).toBeVisible();
  await expect(page.getByRole('heading', { name: `${word} two` })).toBeVisible();
  expect(await callApi(request, 'manager', 'GET', `/tasks/${first}`)).toMatchObject({
    status: 'COMPLETED',
    variables: { note: 'All is well' },
  });
});

test('a claim is taken back by a key', async ({ page, request }) => {
  const word = `Undo ${Date.now()}`;
  const id = await aTask(request, word);
  await open(page, 'employee', `/engage?view=group&q=${encodeURIComponent(word)}`);
  await page.getByRole('row', { name: new RegExp(word) }).focus();
  await page.keyboard.press('c');
  await expect(page.getByText(`“${word}” is yours`)).toBeVisible();
  await expect(page.getByRole('row', { name: new RegExp(word) })).toContainText('You');
  await page.keyboard.press('u');
  await expect(page.getByRole('row', { name: new RegExp(word) })).not.toContainText('You');
  await expect.poll(async () => (await read(request, id)).assignee ?? null).toBeNull();
});

test('what the server refuses stands on its field', async ({ page, request }) => {
  const id = await aTask(request, `Required ${Date.now()}`, { assignee: 'employee' });
  await open(page, 'employee', `/engage/tasks/${id}`);
  await page.getByLabel('Note').fill('x');
  // The page checks first; a page that does not must be told by the platform.
  await page.route(`**/tasks/${id}/respond`, (route) => route.continue({ postData: '{"variables":{}}' }));
  await page.getByRole('button', { name: 'Submit' }).click();
  const field = page.getByLabel('Note');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toBeFocused();
  await expect(page.locator('.fjs-form-field-error')).toHaveCount(1);
  await expect(field).toHaveValue('x');

  await page.unroute(`**/tasks/${id}/respond`);
  await page.getByRole('button', { name: 'Submit' }).click();
  await expect(page.getByText('is answered')).toBeVisible();
});

test('a draft survives a reload', async ({ page, request }) => {
  const id = await aTask(request, `Draft ${Date.now()}`, { assignee: 'employee' });
  await open(page, 'employee', `/engage/tasks/${id}`);
  await page.getByLabel('Note').fill('Half a sentence');
  await expect(page.getByText('Draft saved')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Note')).toHaveValue('Half a sentence');
});

test('of two who submit the same task at once, the second loses nothing', async ({ browser, page, request }) => {
  const id = await aTask(request, `Twice ${Date.now()}`);
  const other = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await open(page, 'employee', `/engage/tasks/${id}`);
  await open(other, 'employee2', `/engage/tasks/${id}`);
  await page.getByLabel('Note').fill('from the first');
  await other.getByLabel('Note').fill('from the second');

  await page.getByRole('button', { name: 'Submit' }).click();
  await expect(page.getByText('is answered')).toBeVisible();
  await other.getByRole('button', { name: 'Submit' }).click();
  const dialog = other.getByRole('dialog', { name: 'Somebody else was here' });
  await expect(dialog).toContainText('from the first');
  await expect(dialog).toContainText('from the second');
  await expectAccessible(other);
  await other.keyboard.press('Escape');
  await expect(other.getByLabel('Note')).toHaveValue('from the second');
  await other.context().close();
});

test('a session that ends in the middle of a form costs nothing that was typed', async ({ page, request, context }) => {
  const id = await aTask(request, `Expired ${Date.now()}`, { assignee: 'employee' });
  await open(page, 'employee', `/engage/tasks/${id}`);
  await page.getByLabel('Note').fill('before');
  await context.clearCookies();
  await page.route('**/tasks/**', (route) =>
    route.fulfill({ status: 401, contentType: 'application/problem+json', body: '{"status":401}' }),
  );
  await page.getByLabel('Note').fill('before and after');
  const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
  await expect(dialog).toBeVisible();
  await expectAccessible(page);

  const opening = page.waitForEvent('popup');
  await dialog.getByRole('button', { name: 'Log in' }).click();
  const popup = await opening;
  await popup.getByLabel('Username').fill('employee');
  await popup.getByLabel('Password', { exact: true }).fill('flowmaster');
  await page.unroute('**/tasks/**');
  await popup.getByRole('button', { name: 'Log in' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByLabel('Note')).toHaveValue('before and after');
  await page.getByRole('button', { name: 'Submit' }).click();
  await expect(page.getByText('is answered')).toBeVisible();
  expect((await read(request, id)).variables).toMatchObject({ note: 'before and after' });
});

test('a task is found and answered on a phone', async ({ page, request }) => {
  const word = `Phone ${Date.now()}`;
  await aTask(request, word, { assignee: 'employee' });
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, 'employee', `/engage?q=${encodeURIComponent(word)}`);
  await page.getByRole('link', { name: word }).click();
  await page.getByLabel('Note').fill('On the way');
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(await overflow()).toBeLessThanOrEqual(0);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Submit' }).click();
  await expect(page.getByText('is answered')).toBeVisible();
  await page.goto('/engage');
  await expect(page.getByRole('link', { name: /My tasks/ })).toBeVisible();
  expect(await overflow()).toBeLessThanOrEqual(0);
});

for (const [theme, language, word] of [
  ['light', 'en', 'Inbox'],
  ['dark', 'de', 'Eingang'],
] as const) {
  test(`every page is accessible, ${theme} and in ${language}`, async ({ page, request }) => {
    const id = await aTask(request, `Seen ${Date.now()}`, { assignee: 'employee', dueAt: '2020-01-01T00:00:00Z' });
    await open(page, 'employee', '/engage');
    await page.evaluate(
      ([chosen, spoken]) => {
        localStorage.setItem('flowmaster.theme', chosen);
        localStorage.setItem('flowmaster.language', spoken);
      },
      [theme, language] as const,
    );
    for (const [address, shown] of [
      ['/engage', page.getByRole('table')],
      [`/engage/tasks/${id}`, page.getByLabel('Note')],
      ['/engage/start', page.getByRole('heading', { level: 2 }).first()],
      ['/engage/absence', page.getByRole('heading', { level: 1 })],
    ] as const) {
      await page.goto(address);
      await expect(page.getByRole('link', { name: word, exact: true }).first()).toBeVisible();
      await expect(shown).toBeVisible();
      await expectAccessible(page);
    }
  });
}

test('the diagram shows the process with its token, and only then is the viewer loaded', async ({ page, request }) => {
  const businessKey = `Diagram ${Date.now()}`;
  await callApi(request, 'employee', 'POST', '/executions', { processKey: 'pricing-approval', businessKey, variables: {} });
  const loaded: string[] = [];
  page.on('request', (sent) => loaded.push(sent.url()));
  await open(page, 'employee', `/engage?view=group&q=${encodeURIComponent(businessKey)}`);
  await page.getByRole('link', { name: 'Review price' }).click();
  await expect(page.getByRole('tab', { name: 'Diagram' })).toBeVisible();
  expect(loaded.filter((url) => url.includes('viewerEngine'))).toEqual([]);

  await page.getByRole('tab', { name: 'Diagram' }).click();
  await expect(page.locator('[data-element-id="reviewPrice"].fm-active')).toBeVisible();
  await page.getByText('Diagram as text (1)').click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Review price' }).filter({ hasText: '1 token' })).toBeVisible();
  await expectAccessible(page);
});

const HOSTILE = '<img src=x onerror="window.hit=1"><svg onload="window.hit=1"></svg>';

test('markup in names, comments, values and forms is text', async ({ page, request }) => {
  const form = { ...FORM, components: [{ type: 'text', id: 'T', text: HOSTILE }, { ...FORM.components[0], label: HOSTILE }] };
  const id = await aTask(request, HOSTILE, { assignee: 'employee', description: HOSTILE, variables: { picture: HOSTILE }, form });
  await callApi(request, 'employee', 'POST', `/tasks/${id}/comments`, { message: HOSTILE });
  await open(page, 'employee', `/engage/tasks/${id}`);
  await expect(page.getByRole('heading', { name: HOSTILE, exact: true })).toBeVisible();
  await page.getByRole('tab', { name: 'Comments' }).click();
  await expect(page.getByRole('region', { name: 'Comments' })).toContainText(HOSTILE);
  await page.getByText('All values').click();
  await expect(page.getByRole('definition').filter({ hasText: HOSTILE })).toBeVisible();
  await expect(page.locator('.fm-form label').first()).toContainText(HOSTILE);
  await page.goto(`/engage?q=${encodeURIComponent('<img src=x')}`);
  await expect(page.getByRole('link', { name: HOSTILE }).first()).toBeVisible();
  expect(await page.evaluate(() => 'hit' in window)).toBe(false);
});

test('a form that is broken, or loops, says so; the rest of the page works', async ({ page, request }) => {
  const broken = await aTask(request, 'Broken form', {
    assignee: 'employee',
    form: { ...FORM, components: [{ type: 'unheard-of', id: 'A', key: 'a' }] },
  });
  const looping = await aTask(request, 'Looping form', {
    assignee: 'employee',
    form: { ...FORM, components: [{ type: 'text', id: 'T', text: '= count(for i in 1..1000000000 return i)' }] },
  });
  await open(page, 'employee', `/engage/tasks/${broken}`);
  await expect(page.getByText('The form cannot be shown')).toBeVisible();
  await page.goto(`/engage/tasks/${looping}`);
  await expect(page.getByText('loops that would keep this page busy')).toBeVisible();
  await page.getByRole('tab', { name: 'Comments' }).click();
  await page.getByRole('textbox', { name: 'Comment' }).fill('Please mend the form');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('region', { name: 'Comments' }).getByText('Please mend the form')).toBeVisible();
});

test('while the platform is slow, the page says what it does and can be used', async ({ page, request }) => {
  const word = `Slow ${Date.now()}`;
  const id = await aTask(request, word, { assignee: 'employee' });
  let answer = () => {};
  const answered = new Promise<void>((resolve) => (answer = resolve));
  await open(page, 'employee', `/engage/tasks/${id}`);
  await page.getByLabel('Note').fill('Patience');
  await page.route(`**/tasks/${id}/respond`, async (route) => {
    await answered;
    await route.continue();
  });
  await page.getByRole('button', { name: 'Submit' }).click();
  await expect(page.getByText('Sending')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Submit' })).toBeDisabled();
  await page.getByRole('tab', { name: 'Files' }).click();
  await expect(page.getByText('No files yet.')).toBeVisible();
  answer();
  await expect(page.getByText(`“${word}” is answered`)).toBeVisible();
});

test('the list is sorted by two columns and filtered by a value, and the address says so', async ({ page, request }) => {
  const word = `Sorted${Date.now()}`;
  for (const [name, priority, amount] of [['b', 50, 10], ['a', 50, 2000], ['c', 90, 3000]] as const) {
    await aTask(request, `${word} ${name}`, { priority, variables: { amount } });
  }
  await open(page, 'employee', `/engage?view=group&q=${word}`);
  const names = () => page.getByRole('row').getByRole('link', { name: new RegExp(word) }).allTextContents();
  await page.getByRole('button', { name: 'Priority' }).click();
  await page.getByRole('button', { name: 'Task', exact: true }).click({ modifiers: ['Shift'] });
  await expect.poll(names).toEqual([`${word} c`, `${word} a`, `${word} b`]);
  await expect(page.getByRole('columnheader', { name: /Priority/ })).toHaveAttribute('aria-sort', 'descending');
  await expect(page.getByRole('button', { name: /^Task.*2$/ })).toBeVisible();

  await page.getByRole('button', { name: 'Filter by a value' }).click();
  await page.getByLabel('Name of the value').fill('amount');
  await page.getByLabel('Comparison').selectOption('gt');
  await page.getByLabel('Compared with').fill('1000');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await expect.poll(names).toEqual([`${word} c`, `${word} a`]);
  await expect(page).toHaveURL(/sort=-priority%2Cname&variable=amount%3Agt%3A1000/);
  await page.reload();
  await expect(page.getByText('amount > 1000', { exact: true })).toBeVisible();
  await expect.poll(names).toEqual([`${word} c`, `${word} a`]);
  await expectAccessible(page);
  await page.getByRole('button', { name: /Remove the filter/ }).click();
  await expect.poll(names).toHaveLength(3);
});

test('who is called by a comment is told so', async ({ page, request }) => {
  const name = `Called ${Date.now()}`;
  const id = await aTask(request, name);
  await callApi(request, 'employee', 'POST', `/tasks/${id}/comments`, { message: '@employee2 can you help?' });
  await open(page, 'employee2', '/engage');
  await page.getByRole('button', { name: /^Notifications, \d+ unread/ }).click();
  await page.getByRole('button', { name: new RegExp(`${name}.*Mentioned by Eve Employee`) }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();
  await expect(page.getByText('can you help?')).toBeVisible();
});
