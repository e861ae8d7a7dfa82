import { expect, test } from '@playwright/test';
import { callApi, expectAccessible, open } from './support';

test('a manager resolves an escalation', async ({ page, request }) => {
  const name = `Decide ${Date.now()}`;
  const task = (await callApi(request, 'manager', 'POST', '/tasks', {
    name,
    candidateGroups: ['staff'],
  })) as { id: string };
  await callApi(request, 'employee', 'PUT', `/tasks/${task.id}/escalate`, { reason: 'Too large' });

  await open(page, 'manager', '/manager/queue');
  await expect(page.getByRole('row', { name: new RegExp(name) })).toContainText('Too large');
  await expectAccessible(page);

  await page.getByRole('link', { name }).click();
  await page.getByRole('button', { name: 'Reassign' }).click();
  await page.getByLabel('Give it to').fill('employee2');
  await page.getByRole('dialog').getByRole('button', { name: 'Reassign' }).click();
  await expect(page.getByText('The task is with employee2')).toBeVisible();
  await expectAccessible(page);
});
