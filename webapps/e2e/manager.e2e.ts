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

test('a leaver hands all tasks over, and the board and the response times say so', async ({ page, request }) => {
  const name = `Leave ${Date.now()}`;
  const make = () => callApi(request, 'manager', 'POST', '/tasks', { name, candidateGroups: ['staff'] });
  const [kept, done] = (await Promise.all([make(), make()])) as { id: string }[];
  for (const task of [kept, done]) {
    await callApi(request, 'manager', 'PUT', `/tasks/${task?.id}/assign`, { assignee: 'employee2' });
  }
  await callApi(request, 'employee2', 'PUT', `/tasks/${done?.id}/respond`, {});

  await open(page, 'manager', '/manager/team');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'employee2' }).click();
  await expect(page.getByRole('row', { name: new RegExp(name) })).toHaveCount(1);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Hand all over' }).click();
  await page.getByRole('dialog').getByLabel('Give them to').fill('employee');
  await page.getByRole('dialog').getByRole('button', { name: 'Hand over' }).click();
  await expect(page.getByText('Finished')).toBeVisible();
  await expectAccessible(page);

  await page.goto('/manager/team/employee');
  await expect(page.getByRole('row', { name: new RegExp(name) })).toHaveCount(1);
  await page.goto('/manager/times?by=task');
  await expect(page.getByRole('row', { name: new RegExp(name) })).toBeVisible();
  await expectAccessible(page);
  await page.goto('/manager/absences');
  await expect(page.getByRole('heading', { name: 'Absences', level: 1 })).toBeVisible();
  await expectAccessible(page);
});
