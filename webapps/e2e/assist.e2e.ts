import { expect, test, type APIRequestContext } from '@playwright/test';
import { callApi, expectAccessible, open, putFile } from './support';

const FORM = {
  type: 'default',
  schemaVersion: 19,
  id: 'decide',
  components: [
    { type: 'number', id: 'Amount', key: 'amount', label: 'Amount', readonly: true },
    {
      type: 'select',
      id: 'Segment',
      key: 'segment',
      label: 'Segment',
      values: [
        { value: 'key', label: 'Key account' },
        { value: 'small', label: 'Small' },
      ],
    },
    { type: 'textfield', id: 'Note', key: 'note', label: 'Note' },
  ],
};

const BPMN = (key: string) => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="e2e">
  <bpmn:process id="${key}" name="Assisted" isExecutable="true" camunda:historyTimeToLive="P30D">
    <bpmn:startEvent id="start"><bpmn:outgoing>a</bpmn:outgoing></bpmn:startEvent>
    <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="decide"/>
    <bpmn:userTask id="decide" name="Decide" camunda:candidateGroups="staff" camunda:formRef="decide" camunda:formRefBinding="deployment">
      <bpmn:incoming>a</bpmn:incoming><bpmn:outgoing>b</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:sequenceFlow id="b" sourceRef="decide" targetRef="end"/>
    <bpmn:endEvent id="end"><bpmn:incoming>b</bpmn:incoming></bpmn:endEvent>
  </bpmn:process>
</bpmn:definitions>`;

/** A task of a process in which six small orders were approved before. */
async function aTask(request: APIRequestContext): Promise<string> {
  const key = `assisted-${Date.now().toString(36)}`;
  const { id } = (await callApi(request, 'designer', 'POST', '/processes', { name: 'Assisted', key, bpmnXml: BPMN(key) })) as {
    id: string;
  };
  await putFile(request, id, 'decide.form', JSON.stringify(FORM));
  await callApi(request, 'designer', 'POST', `/processes/${id}/publish`, {});
  for (let i = 0; i < 6; i++) {
    await callApi(request, 'employee', 'PUT', `/tasks/${await started(request, key, i)}/respond`, {
      outcome: 'approved',
      variables: { segment: 'small' },
    });
  }
  return started(request, key, 9);
}

async function started(request: APIRequestContext, processKey: string, n: number): Promise<string> {
  const { id } = (await callApi(request, 'manager', 'POST', '/executions', {
    processKey,
    businessKey: `${processKey}-${n}`,
    variables: { amount: 100 + n },
  })) as { id: string };
  const tasks = (await callApi(request, 'manager', 'GET', `/tasks?view=all&executionId=${id}`)) as {
    items: { id: string }[];
  };
  return tasks.items[0]?.id ?? '';
}

test('a case is briefed, filled in and asked', async ({ page, request }) => {
  const id = await aTask(request);
  await open(page, 'employee', `/engage/tasks/${id}`);

  const short = page.getByRole('region', { name: 'In short' });
  await expect(short).toContainText('6 of 6 similar cases were answered with approved.');
  await short.getByRole('button', { name: /Sources of: 6 of 6/ }).click();
  await expect(short.getByText(/Finished case/).first()).toBeVisible();

  const filled = page.getByRole('region', { name: 'Filled in for you' });
  await expect(filled).toContainText('Segment: Small');
  await filled.getByRole('button', { name: 'Where from: Segment' }).click();
  await expect(filled).toContainText('6 of 6 similar cases have this value.');
  await expect(page.locator('[data-guessed]')).toHaveCount(1);

  await page.getByRole('textbox', { name: 'Ask about this case' }).fill('Who started it?');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Questions and answers' })).toContainText('The case was started (by manager)');
  await page.getByRole('textbox', { name: 'Ask about this case' }).fill('What is the capital of France?');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nothing in this case answers that.')).toBeVisible();
  await expectAccessible(page);

  await filled.getByRole('button', { name: 'Confirm Segment' }).click();
  await expect(filled).toBeHidden();
  await expect(page.locator('[data-guessed]')).toHaveCount(0);
});

test('what is taken out stays out, and a phone has it all in tabs', async ({ page, request }) => {
  const id = await aTask(request);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page, 'employee', `/engage/tasks/${id}`);
  await page.getByRole('button', { name: 'Take out Segment' }).click();
  await expect(page.getByRole('region', { name: 'Filled in for you' })).toBeHidden();
  await expect(page.getByText('Draft saved')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Note')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Filled in for you' })).toBeHidden();
  await page.getByRole('tab', { name: 'Briefing' }).click();
  await expect(page.getByRole('region', { name: 'In short' })).toContainText('6 of 6 similar cases');
  await page.getByRole('tab', { name: 'Assistant' }).click();
  await page.getByRole('button', { name: 'When is it due?' }).click();
  await expect(page.getByRole('list', { name: 'Questions and answers' })).toBeVisible();
  await expectAccessible(page);
});

test('without an answer the task itself is enough', async ({ page, request }) => {
  const { id } = (await callApi(request, 'manager', 'POST', '/tasks', { name: 'Alone', assignee: 'employee', form: FORM })) as {
    id: string;
  };
  await page.route('**/api/v1/**', (route) => route.abort());
  await open(page, 'employee', `/engage/tasks/${id}`);
  await expect(page.getByLabel('Note')).toBeVisible();
  await expect(page.getByText('The case could not be summed up.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
});
