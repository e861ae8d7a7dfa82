import { expect, test, type APIRequestContext, type Page } from '@playwright/test';
import { callApi, expectAccessible, open, putFile, unique } from './support';

const expectSaved = (page: Page) => expect(page.getByText('All changes are saved.')).toBeVisible();
const make = (request: APIRequestContext, name: string) =>
  callApi(request, 'designer', 'POST', '/processes', { name }) as Promise<{ id: string }>;

test('a decision is made in a process, and its table is edited', async ({ page, request }) => {
  const { id } = await make(request, unique('Deciding'));
  await open(page, 'designer', `/designer/processes/${id}?panel=files`);
  await page.getByRole('button', { name: 'New decision' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Discount');
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
  await expect(page.getByRole('heading', { name: 'discount.dmn' })).toBeVisible();

  await page.getByRole('navigation', { name: 'Diagram and tables' }).getByRole('button', { name: 'Discount' }).click();
  await page.locator('td.input-cell').first().click();
  await page.keyboard.type('> 100');
  await page.locator('td.output-cell').first().click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('"much"');
  await page.locator('td.input-cell').first().click();
  await expectSaved(page);
  await expect(async () => {
    const xml = await readFile(request, id, 'discount.dmn');
    expect(xml).toContain('<text>&gt; 100</text>');
    expect(xml).toContain('<text>"much"</text>');
  }).toPass();
  await expectAccessible(page);
});

test('a form is made in a process, edited, looked at, and checked', async ({ page, request }) => {
  const { id } = await make(request, unique('Asking'));
  await open(page, 'designer', `/designer/processes/${id}?panel=files`);
  await page.getByRole('button', { name: 'New form' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Expense');
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
  await page.locator('.fjs-element', { hasText: 'Comment' }).last().click();
  await page.getByRole('tab', { name: 'Properties' }).click();
  await page.locator('[data-group-id="group-general"] .bio-properties-panel-group-header').click();
  const label = page.getByRole('textbox', { name: 'Field label' });
  await label.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Reason');
  await expect(async () => {
    expect(await readFile(request, id, 'expense.form')).toContain('"label": "Reason"');
  }).toPass();
  await expectAccessible(page);

  await page.getByRole('tab', { name: 'Preview' }).click();
  await page.getByRole('region', { name: 'Preview' }).getByLabel('Reason').fill('Train');
  await expect(page.locator('pre')).toContainText('"comment": "Train"');
  await page.getByRole('tab', { name: 'Findings' }).click();
  await expect(page.getByText('It can be published')).toBeVisible();
});

test('a decision and a form that cannot be read stay, and are mended as text', async ({ page, request }) => {
  const { id } = await make(request, unique('Broken'));
  await putFile(request, id, 'odd.dmn', '<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n"/>');
  await page.route('**/resources/odd.dmn', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: route.request().method() === 'GET' ? '<definitions><broken' : undefined });
  });
  await open(page, 'designer', `/designer/processes/${id}/files/odd.dmn`);
  await expect(page.getByText('The decision model cannot be drawn')).toBeVisible();
  await expect(page.getByLabel('Content')).toHaveValue('<definitions><broken');
  await page.getByRole('link', { name: 'Back to the process' }).click();
  await expect(page.getByRole('tab', { name: 'Files', selected: true })).toBeVisible();
});

test('a rule set is made, decides, is tested and published', async ({ page }) => {
  const name = unique('Discounts');
  await open(page, 'designer', '/designer/rules');
  await page.getByRole('button', { name: 'New rule set' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill(name);
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();

  await page.getByRole('tab', { name: 'Tests' }).click();
  const fresh = page.getByRole('form', { name: 'New test' });
  await fresh.getByLabel('What is tested').fill('Everything passes');
  await fresh.getByLabel('Variable').fill('amount');
  await fresh.getByLabel('Value (text or JSON)').fill('5');
  await fresh.getByLabel('Expected result').fill('{"result": "refused"}');
  await fresh.getByRole('button', { name: 'Add the test' }).click();
  await page.getByRole('button', { name: 'Run all on the draft' }).click();
  await expect(page.getByText('Failed', { exact: true })).toBeVisible();
  await expect(page.getByText('It was {"result":"ok"}.')).toBeVisible();

  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByRole('dialog').getByText(/Everything passes/)).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();

  await page.getByRole('button', { name: 'Delete the test Everything passes' }).click();
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('Version 1 is published')).toBeVisible();

  await page.getByRole('tab', { name: 'Try it' }).click();
  await page.getByLabel('Variable').fill('amount');
  await page.getByLabel('Value (text or JSON)').fill('5');
  await page.getByRole('button', { name: 'Decide' }).click();
  await expect(page.getByText('Rules that matched: 1')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('tab', { name: 'Gaps' }).click();
  await expect(page.getByText('No gap and no overlap was found.')).toBeVisible();

  // Looking at a table changes nothing.
  await page.reload();
  await page.getByRole('navigation', { name: 'Diagram and tables' }).getByRole('button', { name }).click();
  await expect(page.locator('td.input-cell').first()).toBeVisible();
  await page.getByRole('link', { name: 'Rule sets' }).click();
  await expect(page.getByRole('row', { name }).getByText('with unpublished changes')).toHaveCount(0);
  await expectAccessible(page);
});

async function readFile(request: APIRequestContext, id: string, name: string): Promise<string> {
  const login = await request.post('/auth/login', { data: { username: 'designer', password: 'flowmaster' } });
  const { accessToken } = (await login.json()) as { accessToken: string };
  const answer = await request.get(`/processes/${id}/resources/${name}`, { headers: { Authorization: `Bearer ${accessToken}` } });
  return answer.text();
}
