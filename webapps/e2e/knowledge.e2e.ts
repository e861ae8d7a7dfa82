import { expect, test } from '@playwright/test';
import { callApi, expectAccessible, open, unique } from './support';

test('what an administrator brings is found by those who may read it, with its words marked', async ({ page, request }) => {
  const name = unique('Handbook');
  const word = unique('Gearbox').replace(' ', '');
  await open(page, 'admin', '/admin/knowledge');
  await page.getByRole('button', { name: 'Add a collection' }).click();
  const made = page.getByRole('dialog', { name: 'Add a collection' });
  await made.getByLabel('Name').fill(name);
  await made.getByText('Everyone in the organisation').click();
  await made.getByRole('button', { name: 'Add a collection' }).click();
  await page.getByRole('link', { name }).click();
  await page.getByRole('button', { name: 'Add a text or a document' }).click();
  const brought = page.getByRole('dialog', { name: 'Add a text or a document' });
  await brought.getByLabel('Text', { exact: true }).fill(`The ${word} is oiled every spring by the mechanic.`);
  await brought.getByLabel('Title').fill('Manual');
  await brought.getByRole('button', { name: 'Add a text or a document' }).click();
  await expect(page.getByText('Ready', { exact: true })).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page);

  await page.goto('/admin/ask');
  await page.getByLabel('What do you want to know?').fill(`When is the ${word} oiled?`);
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  const passage = page.getByRole('listitem').filter({ hasText: 'Manual' }).first();
  await expect(passage.locator('mark').first()).toHaveText(word);
  await expectAccessible(page);
  await passage.getByRole('button', { name: 'Helpful', exact: true }).click();
  await expect(page.getByText('Thank you')).toBeVisible();

  const answer = (await callApi(request, 'employee', 'POST', '/knowledge/query', {
    question: `When is the ${word} oiled?`,
  })) as { passages: { source: string }[] };
  expect(answer.passages[0]?.source).toBe('Manual');
});
