import { expect, test, type APIRequestContext, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { largeModel, withoutLayout } from './models';
import { callApi, expectAccessible, open } from './support';

interface Made {
  id: string;
  bpmnXml: string;
}

const unique = (name: string) => `${name} ${Date.now().toString(36)}${Math.random().toString(36).slice(2, 5)}`;
const make = (request: APIRequestContext, name: string, bpmnXml?: string) =>
  callApi(request, 'designer', 'POST', '/processes', { name, bpmnXml }) as Promise<Made>;
const read = (request: APIRequestContext, id: string) =>
  callApi(request, 'designer', 'GET', `/processes/${id}`) as Promise<Made>;
const expectSaved = (page: Page) => expect(page.getByText('All changes are saved.')).toBeVisible();

test('a process is drawn from an empty canvas by mouse, published and test-run', async ({ page }) => {
  await open(page, 'designer', '/designer');
  await page.getByRole('button', { name: 'New process' }).click();
  await page.getByLabel('Name', { exact: true }).fill(unique('Drawn'));
  await page.getByRole('button', { name: 'Create' }).click();

  const sheet = page.locator('.djs-container');
  await expect(sheet).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('[data-element-id="StartEvent_1"]')).toBeVisible();
  await sheet.click({ position: { x: 500, y: 500 } });
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await expect(page.locator('[data-element-id="StartEvent_1"]')).toHaveCount(0);

  await page.locator('[data-action="create.start-event"]').click();
  await sheet.click({ position: { x: 250, y: 300 } });
  await page.keyboard.type('Asked');
  await page.keyboard.press('Enter');
  await page.locator('.djs-context-pad [data-action="append"]').click();
  await page.locator('.djs-popup-search input').pressSequentially('user task');
  await page.locator('.djs-popup .entry', { hasText: 'User task' }).first().click();
  await page.keyboard.type('Greet');
  await page.keyboard.press('Enter');
  await page.locator('.djs-context-pad [data-action="append.end-event"]').click();
  await page.keyboard.press('Escape');
  await expect(page.getByText('Not saved yet.').or(page.getByText('All changes are saved.'))).toBeVisible();
  await expectSaved(page);

  await page.getByRole('button', { name: 'Publish' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What changed, for those who come later').fill('The first one');
  await dialog.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('Version 1 is published')).toBeVisible();

  await page.getByRole('tab', { name: 'Versions' }).click();
  await expect(page.getByText('The first one')).toBeVisible();

  await page.getByRole('tab', { name: 'Test run' }).click();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.getByText('A token is at Greet.')).toBeVisible();
  await expect(page.locator('.djs-container .fm-badge--token')).toBeVisible();
});

test('the outline is edited by keyboard alone, and undone', async ({ page, request }) => {
  const { id } = await make(request, unique('Outlined'));
  await open(page, 'designer', `/designer/processes/${id}?panel=outline`);
  const item = (name: string | RegExp) => page.getByRole('treeitem', { name });
  await item('Start event Started').focus({ timeout: 30_000 });

  await page.keyboard.press('F2');
  await page.keyboard.type('Asked');
  await page.keyboard.press('Enter');
  await expect(item('Start event Asked')).toBeFocused();

  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Insert after it')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(item('User task without a name then: Done')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Approve');
  await page.keyboard.press('Enter');
  await expect(item('Start event Asked then: Approve')).toBeVisible();
  await expect(item('User task Approve then: Done')).toBeFocused();
  await expectSaved(page);
  await expect(async () => {
    expect((await read(request, id)).bpmnXml).toMatch(/<bpmn:userTask id="\w+" name="Approve">/);
  }).toPass();

  await page.keyboard.press('Delete');
  await expect(item('Start event Asked then: Done')).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).press('Enter');
  await expect(item('User task Approve then: Done')).toBeVisible();

  await item('End event Done').focus();
  await page.keyboard.press('Home');
  await expect(item('Start event Asked then: Approve')).toBeFocused();
  for (let tab = 0; tab < 5; tab++) {
    await page.keyboard.press('Tab');
  }
  await expect(page.getByLabel('Connect to', { exact: true })).toBeFocused();
  await page.keyboard.type('End event');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(item('Start event Asked then: Approve, Done')).toBeFocused();
  await expect(page.getByText('Connected to End event Done.')).toBeVisible();
});

const samples = new URL('../../bpmn-samples/src/main/resources/samples/', import.meta.url);
const sample = readFileSync(new URL('merchant-onboarding/merchant-onboarding.bpmn', samples), 'utf8');

for (const [what, model] of [
  ['a model of 500 elements with extensions that nobody here knows', largeModel],
  ['a sample of this repository', (key: string) => sample.replaceAll('"merchant-onboarding"', `"${key}"`)],
] as const) {
  test(`${what} is opened, edited and saved without loss`, async ({ page, request }) => {
    const key = unique('model').replaceAll(' ', '-');
    const { id, bpmnXml } = await make(request, key, model(key));
    await open(page, 'designer', `/designer/processes/${id}?panel=outline`);
    const first = page.getByRole('treeitem', { name: /^Start event/ });
    await first.click({ timeout: 40_000 });
    await page.keyboard.press('F2');
    await page.keyboard.type('Renamed at the start');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('treeitem', { name: 'Start event Renamed at the start' })).toBeVisible();
    await expect(async () => {
      const saved = (await read(request, id)).bpmnXml;
      expect(saved).toContain('Renamed at the start');
      const [before, after] = [withoutLayout(bpmnXml), withoutLayout(saved)];
      const kept = new Set(after);
      expect(before.filter((part) => !kept.has(part))).toEqual([expect.stringContaining('bpmn:startEvent')]);
      expect(after).toHaveLength(before.length);
    }).toPass({ timeout: 20_000 });
  });
}

test('two people who change the same draft are asked, and both models stay until then', async ({ page, request }) => {
  const { id, bpmnXml } = await make(request, unique('Contested'));
  await open(page, 'designer', `/designer/processes/${id}?panel=outline`);
  await page.getByRole('treeitem', { name: /Started/ }).waitFor({ timeout: 30_000 });
  await changeElsewhere(request, id, bpmnXml.replace('name="Done"', 'name="Theirs"'));

  await page.getByRole('treeitem', { name: /Started/ }).focus();
  await page.keyboard.press('F2');
  await page.keyboard.type('Mine');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Somebody else changed this draft' })).toBeVisible();
  expect((await read(request, id)).bpmnXml).toContain('Theirs');
  await page.getByRole('button', { name: 'Take theirs' }).click();
  await expect(page.getByRole('treeitem', { name: 'End event Theirs' })).toBeVisible();
  await expectSaved(page);
});

async function changeElsewhere(request: APIRequestContext, id: string, bpmnXml: string) {
  const login = await request.post('/auth/login', { data: { username: 'designer', password: 'flowmaster' } });
  const { accessToken } = (await login.json()) as { accessToken: string };
  const answer = await request.put(`/processes/${id}`, {
    data: { bpmnXml },
    headers: { Authorization: `Bearer ${accessToken}`, 'If-Match': '"1"' },
  });
  expect(answer.ok()).toBe(true);
}

test('an unsound draft says what is wrong, in words and on the element', async ({ page, request }) => {
  const { id, bpmnXml } = await make(request, unique('Unsound'));
  await changeElsewhere(
    request,
    id,
    bpmnXml.replace('<bpmn:endEvent', '<bpmn:serviceTask id="Empty" name="Does nothing" /><bpmn:endEvent').replace(
      '<bpmndi:BPMNEdge',
      '<bpmndi:BPMNShape id="Empty_di" bpmnElement="Empty"><dc:Bounds x="300" y="300" width="100" height="80" /></bpmndi:BPMNShape><bpmndi:BPMNEdge',
    ),
  );
  await open(page, 'designer', `/designer/processes/${id}?panel=findings`);
  await expect(page.getByText('It cannot be published yet')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Does nothing' }).first().click();
  await expect(page.locator('.djs-element.selected[data-element-id="Empty"]')).toBeVisible();
  await expect(page.locator('.dsg-finding--error')).toBeVisible();
});

test('the list and the editor break no rule of accessibility', async ({ page, request }) => {
  const { id } = await make(request, unique('Accessible'));
  await open(page, 'designer', '/designer');
  await expect(page.getByRole('table', { name: 'Processes' })).toBeVisible();
  await expectAccessible(page);
  await page.goto(`/designer/processes/${id}?panel=outline`);
  await page.getByRole('treeitem').first().waitFor({ timeout: 30_000 });
  await expectAccessible(page);
});
