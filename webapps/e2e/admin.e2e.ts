import { expect, test } from '@playwright/test';
import { publishFailing, startFailing } from './failing';
import { expectAccessible, open } from './support';

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
