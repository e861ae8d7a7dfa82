// Uses the platform's tools with the protocol's own TypeScript client, as an agent's host would:
//   bin/with-platform node engine/server/src/test/js/mcp.mjs
import assert from 'node:assert/strict';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { ElicitRequestSchema, ToolListChangedNotificationSchema } from '@modelcontextprotocol/sdk/types.js';

const base = process.env.BASE ?? process.argv[2] ?? 'http://localhost:9000';

async function login(username) {
  const answer = await fetch(`${base}/auth/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ username, password: 'flowmaster' }),
  });
  assert.equal(answer.status, 200);
  return (await answer.json()).accessToken;
}

async function connect(token, onAsked) {
  const client = new Client(
    { name: 'smoke', version: '1' },
    { capabilities: onAsked ? { elicitation: {} } : {} },
  );
  if (onAsked) {
    client.setRequestHandler(ElicitRequestSchema, onAsked);
  }
  await client.connect(
    new StreamableHTTPClientTransport(new URL(`${base}/mcp`), {
      requestInit: { headers: { Authorization: `Bearer ${token}` } },
    }),
  );
  return client;
}

const employee = await login('employee');
const asked = [];
const client = await connect(employee, (request) => {
  asked.push(request.params.message);
  return { action: 'accept', content: { approve: true } };
});
assert.equal(client.getServerVersion().name, 'flowmaster');

const { tools } = await client.listTools();
const start = tools.find((tool) => tool.name === 'start_pricing-approval');
assert.equal(start.inputSchema.properties.variables.properties.quantity.type, 'integer');

const changed = new Promise((heard) =>
  client.setNotificationHandler(ToolListChangedNotificationSchema, heard),
);
const businessKey = `mcp-${Date.now()}`;
const order = {
  customer: 'ACME', product: 'Bolt', quantity: 10, listPrice: 9.5, requestedPrice: 9, unitCost: 4, reason: 'volume',
};
const fits = Object.fromEntries(
  Object.entries(start.inputSchema.properties.variables.properties).map(([name, schema]) => [
    name,
    order[name] ?? schema.enum?.[0] ?? { integer: 1, number: 1, boolean: true, array: [] }[schema.type] ?? 'as agreed with the customer',
  ]),
);
const started = await client.callTool({
  name: start.name,
  arguments: { businessKey, variables: fits },
});
assert.ok(!started.isError, JSON.stringify(started.content));
assert.equal(asked.length, 1, 'the user was asked before the process was started');

const steps = [];
const explained = await client.callTool(
  { name: 'explain_execution', arguments: { executionId: started.structuredContent.id } },
  undefined,
  { onprogress: (progress) => steps.push(progress) },
);
assert.match(explained.content[0].text, new RegExp(businessKey));
assert.ok(steps.length > 0, 'progress was told');

const { resources } = await client.listResources();
const diagram = resources.find((one) => one.uri.endsWith('/pricing-approval'));
const read = await client.readResource({ uri: diagram.uri });
assert.match(read.contents[0].text, /definitions/);

const cautious = await connect(employee);
const tried = await cautious.callTool({ name: start.name, arguments: { variables: fits } });
assert.ok(tried.isError && tried.structuredContent.approval, 'without an approval nothing is done');

const designer = await login('designer');
const call = (path, body) =>
  fetch(base + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${designer}` },
    body: JSON.stringify(body),
  }).then((answer) => answer.json());
const made = await call('/processes', { name: `Told at once ${Date.now()}` });
await call(`/processes/${made.id}/publish`, {});
await Promise.race([
  changed,
  new Promise((_, late) => setTimeout(() => late(new Error('no list_changed within 15 s')), 15_000)),
]);
assert.ok((await client.listTools()).tools.some((tool) => tool.name === `start_${made.key}`));

await client.close();
await cautious.close();
console.log(`mcp: ${tools.length} tools, one process started after a yes, ${steps.length} progress reports`);
process.exit(0);
