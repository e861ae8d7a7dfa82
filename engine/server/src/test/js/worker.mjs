// Works a task of the README's process with Camunda's own JavaScript client, as a worker in that language would:
//   bin/with-platform node engine/server/src/test/js/worker.mjs   (after bin/readme-test.mjs has published the process)
import { Client, Variables } from 'camunda-external-task-client-js';

const base = process.env.BASE ?? process.argv[2] ?? 'http://localhost:9000';
const deadline = Date.now() + 60_000;

async function call(path, { method = 'GET', token, body, form } = {}) {
  const answer = await fetch(base + path, {
    method,
    headers: {
      ...(token && { Authorization: token }),
      'Content-Type': form ? 'application/x-www-form-urlencoded' : 'application/json',
    },
    body: form ?? (body && JSON.stringify(body)),
  });
  if (!answer.ok) {
    throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
  }
  return answer.json();
}

const employee = 'Bearer ' + (await call('/auth/login', {
  method: 'POST', body: { username: 'employee', password: 'flowmaster' },
})).accessToken;
const machine = 'Bearer ' + (await call('/oauth2/token', {
  method: 'POST', token: 'Basic ' + btoa('demo-worker:flowmaster'), form: 'grant_type=client_credentials',
})).access_token;

const execution = await call('/executions', {
  method: 'POST', token: employee, body: { processKey: 'expense', variables: { amount: 20.5, for: 'a cable' } },
});

const seen = {};
const client = new Client({
  baseUrl: base + '/engine-rest',
  workerId: 'javascript',
  asyncResponseTimeout: 5_000,
  interceptors: config => ({ ...config, headers: { ...config.headers, authorization: machine } }),
});
client.subscribe('expense-pay', { lockDuration: 20_000 }, async ({ task, taskService }) => {
  if (task.processInstanceId === execution.id) {
    seen.amount = task.variables.get('amount');
    seen.purpose = task.variables.get('for');
    await taskService.extendLock(task, 30_000);
  }
  await taskService.complete(task, new Variables().set('paidOn', '2026-11-23').set('receipt', { number: 7 }));
});

try {
  while ((await call(`/executions/${execution.id}`, { token: employee })).status !== 'COMPLETED') {
    if (Date.now() > deadline) {
      throw new Error('the task was not worked in a minute');
    }
    await new Promise(resolve => setTimeout(resolve, 200));
  }
} finally {
  client.stop();
}
const { variables } = await call(`/executions/${execution.id}`, { token: employee });
if (seen.amount !== 20.5 || seen.purpose !== 'a cable' || variables.paidOn !== '2026-11-23' || variables.receipt?.number !== 7) {
  throw new Error(`what came in or went out is not right: ${JSON.stringify({ seen, variables })}`);
}
console.log("JavaScript client: fetched, extended, completed");
process.exit(0);
