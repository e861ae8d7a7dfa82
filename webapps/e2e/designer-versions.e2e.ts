import { expect, test, type APIRequestContext, type Download, type Page } from '@playwright/test';
import { readFileSync, statSync } from 'node:fs';
import { callApi, expectAccessible, open, unique } from './support';

interface Made {
  id: string;
  key: string;
  bpmnXml: string;
}

const make = (request: APIRequestContext, name: string, bpmnXml?: string) =>
  callApi(request, 'designer', 'POST', '/processes', { name, bpmnXml }) as Promise<Made>;
const read = (request: APIRequestContext, id: string) =>
  callApi(request, 'designer', 'GET', `/processes/${id}`) as Promise<Made>;

async function rename(page: Page, name: string, to: string) {
  await page.getByRole('treeitem', { name }).click({ timeout: 30_000 });
  await page.keyboard.press('F2');
  await page.keyboard.type(to);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('treeitem', { name: to })).toBeVisible();
}

test('a version is gone back to, and another is advised against', async ({ page, request }) => {
  const { id } = await make(request, unique('Versioned'));
  await callApi(request, 'designer', 'POST', `/processes/${id}/publish`, { changelog: 'First' });
  await open(page, 'designer', `/designer/processes/${id}?panel=outline`);
  await rename(page, 'Start event Started', 'Asked');
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('Version 2 is published')).toBeVisible();

  await page.getByRole('tab', { name: 'Versions' }).click();
  await page.getByRole('listitem').filter({ hasText: 'Version 1' }).getByRole('button', { name: 'Go back to it' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Go back to it' }).click();
  await expect(page.getByText('Version 3 is published')).toBeVisible();
  await expect(page.locator('[data-element-id^="StartEvent"] text').first()).not.toContainText('Asked');
  expect((await read(request, id)).bpmnXml).not.toContain('Asked');

  const second = page.getByRole('listitem').filter({ hasText: 'Version 2' });
  await second.getByRole('button', { name: 'Deprecate' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('Asks twice');
  await page.getByRole('dialog').getByRole('button', { name: 'Deprecate' }).click();
  await expect(second.getByText('Asks twice')).toBeVisible();
  await second.getByRole('button', { name: 'No longer deprecated' }).click();
  await expect(second.getByText('Asks twice')).toHaveCount(0);
  await expectAccessible(page);
});

test('a model is exported as BPMN, SVG, PNG and zip', async ({ page, request }) => {
  const { id, key } = await make(request, unique('Exported'));
  await open(page, 'designer', `/designer/processes/${id}`);
  await expect(page.getByRole('button', { name: 'Export' })).toBeVisible({ timeout: 30_000 });
  const take = async (kind: string): Promise<Download> => {
    await page.getByRole('button', { name: 'Export' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: kind }).click(),
    ]);
    return download;
  };
  const start = async (download: Download) => readFileSync(await download.path()).subarray(0, 4).toString('latin1');

  const bpmn = await take('BPMN');
  expect(bpmn.suggestedFilename()).toBe(`${key}.bpmn`);
  expect(readFileSync(await bpmn.path(), 'utf8')).toContain(`<bpmn:process id="${key}"`);
  expect(readFileSync(await (await take('SVG')).path(), 'utf8')).toContain('<svg');
  const png = await take('PNG');
  expect(await start(png)).toBe('\x89PNG');
  expect(statSync(await png.path()).size).toBeGreaterThan(1_000);
  expect(await start(await take('Zip'))).toBe('PK\x03\x04');
});

test('who keeps theirs in a conflict replaces the other model', async ({ page, request }) => {
  const { id, bpmnXml } = await make(request, unique('Kept'));
  await open(page, 'designer', `/designer/processes/${id}?panel=outline`);
  await page.getByRole('treeitem', { name: /Started/ }).waitFor({ timeout: 30_000 });
  await callApi(request, 'designer', 'PUT', `/processes/${id}`, { bpmnXml: bpmnXml.replace('name="Done"', 'name="Theirs"') }, { 'If-Match': '"1"' });
  await rename(page, 'Start event Started', 'Mine');
  await page.getByRole('button', { name: 'Keep mine' }).click();
  await expect(page.getByText('All changes are saved.')).toBeVisible();
  const saved = (await read(request, id)).bpmnXml;
  expect(saved).toContain('name="Mine"');
  expect(saved).not.toContain('Theirs');
});

test('files that are too large or broken, and hostile names, are told and leave the rest working', async ({ page, request }) => {
  const hostile = `<img src=x onerror="document.title='owned'"> ${unique('x')}`;
  const { id } = await make(request, hostile);
  await open(page, 'designer', '/designer');
  await expect(page.getByRole('link', { name: hostile })).toBeVisible();

  const bring = async (name: string, content: string) => {
    await page.getByRole('button', { name: 'Import' }).first().click();
    await page.locator('#dsg-file').setInputFiles({ name, mimeType: 'application/xml', buffer: Buffer.from(content) });
    await page.getByRole('dialog').getByRole('button', { name: 'Import' }).click();
  };
  for (const [name, content, told] of [
    ['broken.bpmn', '<bpmn:definitions><bpmn:process', /cannot be read|not well-formed|XML/i],
    ['large.bpmn', `<?xml version="1.0"?><!--${'x'.repeat(11 * 1024 * 1024)}--><a/>`, /too large|at most|larger/i],
  ] as const) {
    await bring(name, content);
    await expect(page.getByRole('dialog').getByText(told).first()).toBeVisible();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  }

  await page.getByRole('link', { name: hostile }).click();
  await expect(page.getByRole('heading', { name: hostile })).toBeVisible();
  await expect(page.locator('.djs-container')).toBeVisible({ timeout: 30_000 });
  expect(await page.title()).not.toContain('owned');
  expect(id).not.toBe('');
});

test('a task is made from a template of the platform', async ({ page, request }) => {
  const { id } = await make(request, unique('Templated'));
  await open(page, 'designer', `/designer/processes/${id}`);
  await page.locator('[data-element-id="StartEvent_1"]').click({ timeout: 30_000 });
  await page.locator('.djs-context-pad [data-action="append"]').click();
  await page.locator('.djs-popup-search input').pressSequentially('user task');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Select', exact: true }).click();
  await page.getByText('Second pair of eyes').click();
  await expect(async () => {
    expect((await read(request, id)).bpmnXml).toContain('camunda:modelerTemplate="flowmaster.four-eyes"');
  }).toPass();
});
