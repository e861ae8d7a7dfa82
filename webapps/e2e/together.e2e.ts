import { expect, test, type APIRequestContext } from '@playwright/test';
import { callApi, expectAccessible, open, unique } from './support';

const make = (request: APIRequestContext, name: string, folder = '') =>
  callApi(request, 'designer', 'POST', '/processes', { name, folder }) as Promise<{ id: string }>;

test('two people who draw one process see each other, and talk about an element', async ({ page, request, browser }) => {
  const { id } = await make(request, unique('Talked about'));
  await open(page, 'designer', `/designer/processes/${id}?panel=comments&element=StartEvent_1`);
  const field = page.getByLabel('Comment on Started');
  await field.fill('Who starts it?', { timeout: 30_000 });
  await field.press('Control+Enter');
  await expect(page.getByRole('tab', { name: 'Comments (1)' })).toBeVisible();
  await expect(page.locator('.djs-element.selected[data-element-id="StartEvent_1"]')).toBeVisible();

  const other = await (await browser.newContext()).newPage();
  await open(other, 'developer', `/designer/processes/${id}`);
  await expect(other.getByRole('list', { name: 'Who else has it open' })).toContainText('Dana Designer', {
    timeout: 30_000,
  });
  await other.getByRole('button', { name: '1 open comment on Started' }).press('Enter');
  await expect(other).toHaveURL(/panel=comments/);
  await expect(other).toHaveURL(/element=StartEvent_1/);
  await expect(other.getByText('Who starts it?')).toBeVisible();
  await expectAccessible(other);
  await expect(other.getByRole('button', { name: 'Delete' })).toHaveCount(0);
  await other.getByRole('button', { name: 'Resolve' }).press('Enter');
  await expect(other.getByText('No open comments')).toBeVisible();
  await other.getByLabel('Show resolved ones, too').check({ force: true });
  await expect(other.getByText('resolved by developer')).toBeVisible();
  await other.context().close();
});

test('a process is put into a folder by dialog, found there, and dragged out again', async ({ page, request }) => {
  const name = unique('Filed');
  const folder = unique('Finance');
  await make(request, name);
  await make(request, unique('Stays'), folder);
  await open(page, 'designer', '/designer');
  await page.getByRole('button', { name: `Move ${name} to a folder` }).press('Enter');
  const dialog = page.getByRole('dialog', { name: `Move ${name} to a folder` });
  await dialog.getByLabel('Folder').fill(`${folder}/Payables`);
  await dialog.getByRole('button', { name: 'Move' }).click();

  await expect(page.getByRole('link', { name })).toHaveCount(0);
  await page.getByRole('link', { name: folder }).press('Enter');
  await page.getByRole('link', { name: 'Payables' }).press('Enter');
  await expect(page).toHaveURL(/folder=Finance.*Payables/);
  await expect(page.getByRole('link', { name })).toBeVisible();
  await expectAccessible(page);

  const way = page.getByRole('navigation', { name: 'Folder' });
  await page.getByRole('row', { name }).dragTo(way.getByRole('link', { name: folder }));
  await expect(page.getByText('This folder is empty')).toBeVisible();
  await way.getByRole('link', { name: folder }).click();
  await expect(page.getByRole('link', { name })).toBeVisible();
});
