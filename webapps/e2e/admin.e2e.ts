import { expect, test } from '@playwright/test';
import { publishFailing, startFailing } from './failing';
import { callApi, expectAccessible, open } from './support';

test('an admin finds a failed execution, repairs its variable, retries it and is told what really passed', async ({
  page,
  request,
}) => {
  const key = await publishFailing(request);
  const name = `repair-${Date.now()}`;
  await startFailing(request, key, name);

  await open(page, 'admin', `/admin/executions?processKey=${key}&hasIncident=true`);
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole('link', { name })).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expectAccessible(page);
  await page.getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();
  await page.getByRole('tab', { name: 'Incidents (1)' }).click();
  await page.getByRole('button', { name: 'Stack trace' }).click();
  await expect(page.getByLabel('Stack trace', { exact: true }).last()).toContainText('many');

  await retry(page);
  await expect(page.getByRole('dialog')).toContainText('Failed again');
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();

  await page.getByRole('tab', { name: 'Variables' }).click();
  await page.getByRole('button', { name: 'Edit amount' }).click();
  await page.getByLabel('Type').selectOption('Number');
  await page.getByRole('dialog').getByLabel('Value').fill('12');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('amount is changed')).toBeVisible();
  await expectAccessible(page);

  await retry(page);
  await expect(page.getByRole('dialog')).toContainText('Passed');
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  await expect(page.getByText('Completed', { exact: true }).first()).toBeVisible();
});

test('all that fail alike are retried together, with a result for each', async ({ page, request }) => {
  const key = await publishFailing(request);
  await Promise.all(['a', 'b', 'c'].map((one) => startFailing(request, key, `${key}-${one}`)));
  await open(page, 'admin', '/admin/incidents');
  const cause = page.getByRole('listitem').filter({ hasText: `Weigh ${key}` });
  await expect(async () => {
    await page.reload();
    await expect(cause.getByRole('button', { name: 'Retry all 3' })).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expectAccessible(page);
  await cause.getByRole('button', { name: 'Retry all 3' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Retry' }).click();

  await expect(page.getByText('3 failed')).toBeVisible();
  await expect(page.getByRole('row', { name: /Failed/ })).toHaveCount(3);
  await expectAccessible(page);
});

test('many are cancelled by filter, and the job says how far it is', async ({ page, request }) => {
  const key = await publishFailing(request);
  await Promise.all(['a', 'b'].map((one) => startFailing(request, key, `${key}-${one}`)));
  await open(page, 'admin', `/admin/executions?processKey=${key}`);
  await expect(page.getByText('2 of 2 shown')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel them…' }).click();
  await expect(page.getByRole('dialog')).toContainText('2 executions are meant.');
  await page.getByRole('dialog').getByLabel('Reason').fill('Test data');
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel them' }).click();
  await expect(page.getByText('2 done')).toBeVisible();
  await expect(page.getByText('Test data')).toBeVisible();
  await page.goto('/admin/bulk');
  await expect(page.getByRole('row', { name: /Test data/ })).toBeVisible();
  await expectAccessible(page);
});

async function retry(page: import('@playwright/test').Page): Promise<void> {
  await page.getByRole('group', { name: 'Actions' }).getByRole('button', { name: 'Retry' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Retry' }).click();
}

test('a user is added, refused field by field, given a password, put in a group and locked', async ({ page }) => {
  const id = `eva-${Date.now()}`;
  await open(page, 'admin', '/admin/users');
  await page.getByRole('button', { name: 'Add a user' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('User name').fill(id);
  await dialog.getByLabel('Name', { exact: true }).fill('Eva Example');
  await dialog.getByLabel('E-mail address').fill('not an address');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByLabel('E-mail address')).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);
  await dialog.getByLabel('E-mail address').fill('eva@example.com');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'Eva Example' })).toBeVisible();

  await page.getByRole('button', { name: 'Reset password' }).click();
  await dialog.getByRole('button', { name: 'Reset password' }).click();
  await expect(dialog.getByLabel('Password for the first login')).toHaveValue(/.{12,}/);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'I have it' }).click();
  await expect(page.getByText('Must change the password')).toBeVisible();

  await page.goto('/admin/groups/staff');
  await page.getByRole('button', { name: 'Add a member' }).click();
  await dialog.getByLabel('User name').fill(id);
  await dialog.getByRole('button', { name: 'Add a member' }).click();
  await page.getByRole('button', { name: 'Take Eva Example out' }).click();
  await expect(page.getByText(`${id} is no longer a member`)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('row', { name: /Eva Example/ }).getByRole('link').click();
  await expect(page.getByRole('link', { name: 'staff' })).toBeVisible();

  await page.getByRole('button', { name: 'Lock' }).click();
  await dialog.getByRole('button', { name: 'Lock' }).click();
  await expect(page.getByText('Locked', { exact: true })).toBeVisible();
  await expectAccessible(page);
});

test("a machine's secret is shown once, and replaced", async ({ page }) => {
  const id = `robot-${Date.now()}`;
  await open(page, 'admin', '/admin/clients');
  await page.getByRole('button', { name: 'Add a machine client' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Client id').fill(id);
  await dialog.getByLabel('Name', { exact: true }).fill(id);
  await dialog.getByRole('button', { name: 'Save' }).click();
  const first = await dialog.getByLabel('Client secret').inputValue();
  await dialog.getByRole('button', { name: 'I have it' }).click();
  await page.getByRole('button', { name: `New secret for ${id}` }).click();
  await dialog.getByRole('button', { name: 'New secret' }).click();
  await expect(dialog.getByLabel('Client secret')).not.toHaveValue(first);
  await dialog.getByRole('button', { name: 'I have it' }).click();

  await page.getByRole('link', { name: 'API keys' }).click();
  await page.getByRole('button', { name: 'Make a key' }).click();
  await dialog.getByLabel('Name', { exact: true }).fill(id);
  await dialog.getByLabel('Acts for').selectOption(id);
  await dialog.getByRole('button', { name: 'Make a key' }).click();
  await expect(dialog.getByLabel('Key', { exact: true })).toHaveValue(/.{20,}/);
  await dialog.getByRole('button', { name: 'I have it' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: `End the key ${id}` }).click();
  await dialog.getByRole('button', { name: 'End' }).click();
  await expect(page.getByRole('row', { name: new RegExp(id) })).toHaveCount(0);
});

test('a decision is tried out, and the rule that matched stands out', async ({ page, request }) => {
  const name = `Discount ${Date.now()}`;
  const made = (await callApi(request, 'admin', 'POST', '/rules', {
    name,
    table: {
      hitPolicy: 'UNIQUE',
      inputs: [{ label: 'Amount', expression: 'amount', type: 'number' }],
      outputs: [{ name: 'percent', type: 'number' }],
      rules: [
        { inputs: ['< 100'], outputs: ['0'] },
        { inputs: ['[100..500]'], outputs: ['5'], description: 'Usual' },
      ],
    },
  })) as { id: string };
  await open(page, 'admin', `/admin/rules/${made.id}`);
  await page.getByLabel('Amount').fill('120');
  await page.getByRole('button', { name: 'Decide' }).click();
  await expect(page.getByText('1 rule matched')).toBeVisible();
  await expect(page.getByRole('row', { name: /Usual/ })).toContainText('Matched');
  await expectAccessible(page);
  await page.getByRole('tab', { name: 'Gaps and overlaps' }).click();
  await expect(page.getByText('No rule matches, for example for').first()).toBeVisible();
});

test('work of a topic is held back and let go, and the dashboard says what waits', async ({ page }) => {
  const topic = `carrier-${Date.now()}`;
  await open(page, 'admin', '/admin/pauses');
  await page.getByRole('button', { name: 'Hold work back' }).click();
  await page.getByRole('dialog').getByLabel('Topic').fill(topic);
  await page.getByRole('dialog').getByRole('button', { name: 'Hold work back' }).click();
  await page.getByRole('button', { name: `Lift the pause of ${topic}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Lift' }).click();
  await expect(page.getByRole('row', { name: new RegExp(topic) })).toHaveCount(0);
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Dashboard' }).click();
  await expect(page.getByRole('heading', { name: 'Work that waits' })).toBeVisible();
  await expect(page.getByText('Jobs due')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('list', { name: 'Executions by state' }).getByRole('link', { name: 'Failed' }).click();
  await expect(page).toHaveURL(/executions\?status=FAILED/);
});

test('a policy is drafted, explained, put in force and taken out again', async ({ page }) => {
  const task = `Secret ${Date.now()}`;
  await open(page, 'admin', '/admin/policies?tab=draft');
  await page.getByLabel('Another condition (FEEL)').fill('resource.attributes.name');
  await page.getByRole('button', { name: 'Add the column' }).click();
  await page.getByRole('button', { name: 'Add a rule' }).click();
  const cells = page.getByRole('table', { name: 'Draft' });
  await cells.getByRole('textbox', { name: /^resource.attributes.name of rule/ }).last().fill(`"${task}"`);
  await cells.getByRole('textbox', { name: /^reason of rule/ }).last().fill('"Not for everybody."');
  await page.getByRole('button', { name: 'Save the draft' }).click();
  await expect(page.getByText('The draft is saved')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('tab', { name: 'Explain' }).click();
  await page.getByLabel('Who').fill('employee');
  await page.getByLabel('With attributes (JSON)').fill(`{"name": "${task}"}`);
  await page.getByText('Ask the draft').click();
  await page.getByRole('button', { name: 'Explain' }).click();
  await expect(page.getByText('The policy refuses it')).toBeVisible();
  await expect(page.getByRole('row', { name: new RegExp(task) })).toContainText('Matched');
  await expectAccessible(page);

  await page.getByRole('tab', { name: 'Draft' }).click();
  await page.getByRole('button', { name: 'Put in force' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Put in force' }).click();
  await expect(page.getByText('The policy is in force')).toBeVisible();
  await page.getByRole('tab', { name: 'In force' }).click();
  await page.getByRole('button', { name: 'Take it out of force' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take it out of force' }).click();
  await expect(page.getByText('No policy is in force')).toBeVisible();
  await expectAccessible(page);
});

test("a person's data is erased with a report, and the audit log is searched and verified", async ({ page, request }) => {
  const id = `gone-${Date.now()}`;
  await callApi(request, 'admin', 'POST', '/users', { id, name: 'Gone Person', roles: ['employee'] });
  await open(page, 'admin', '/admin/erasures');
  await page.getByRole('button', { name: 'Erase a person’s data' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('User name', { exact: true }).fill(id);
  await expect(dialog.getByRole('button', { name: 'Erase for good' })).toBeDisabled();
  await dialog.getByLabel('User name once more').fill(id);
  await dialog.getByLabel('Reason').fill('Asked for it');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Erase for good' }).click();
  await expect(page.getByRole('heading', { name: /Report of the erasure/ })).toBeVisible();
  await expect(page.getByText('Asked for it')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Audit' }).click();
  await page.getByLabel('Actor (id)').fill('admin');
  await page.getByLabel('Actor (id)').press('Enter');
  await expect(page).toHaveURL(/by=admin/);
  await page.getByRole('button', { name: 'Verify the record' }).click();
  await expect(page.getByText('The record is whole')).toBeVisible();
  await expectAccessible(page);
});
