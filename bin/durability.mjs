// Two nodes on one PostgreSQL under load, one or the other killed (SIGKILL) at a random instant, again and again; then
// what the clients were told is compared with what is there:
//   bin/postgres node bin/durability.mjs [--kills N] [--seed N]
// - an execution whose start was answered is there, once, and its key gives the same answer on either node after the kill;
// - of two people who claim a task on two nodes at the same moment, one gets it;
// - a response that was answered is in the history, and the job behind it ran once.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdirSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { Random } from "./fuzz-inputs.mjs";

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const kills = Number(option("kills", process.env.KILLS || 50));
const random = new Random(Number(option("seed", process.env.SEED || 1)));
const CLIENTS = 3;
const KEY = "durability";
const MODEL = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="urn:durability">
  <bpmn:process id="${KEY}" name="Durability" isExecutable="true" camunda:historyTimeToLive="P1D">
    <bpmn:startEvent id="start"><bpmn:outgoing>a</bpmn:outgoing></bpmn:startEvent>
    <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="approve"/>
    <bpmn:userTask id="approve" name="Approve" camunda:candidateGroups="staff"><bpmn:incoming>a</bpmn:incoming><bpmn:outgoing>b</bpmn:outgoing></bpmn:userTask>
    <bpmn:sequenceFlow id="b" sourceRef="approve" targetRef="book"/>
    <bpmn:serviceTask id="book" name="Book" camunda:asyncBefore="true" camunda:expression="\${approved}" camunda:resultVariable="booked"><bpmn:incoming>b</bpmn:incoming><bpmn:outgoing>c</bpmn:outgoing></bpmn:serviceTask>
    <bpmn:sequenceFlow id="c" sourceRef="book" targetRef="end"/>
    <bpmn:endEvent id="end"><bpmn:incoming>c</bpmn:incoming></bpmn:endEvent>
  </bpmn:process>
</bpmn:definitions>`;

mkdirSync("target", { recursive: true });
const log = createWriteStream("target/durability.log");
const nodes = [{ name: "a" }, { name: "b" }];
const told = [];
let stopped = false;

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  return port;
}

async function start(node) {
  node.port ??= await freePort();
  node.process = spawn("bash", ["bin/run"], { env: { ...process.env, FLOWMASTER_PORT: node.port, FLOWMASTER_ISSUER: "http://localhost:9000" }, stdio: ["ignore", "pipe", "pipe"] });
  node.process.stdout.pipe(log, { end: false });
  node.process.stderr.pipe(log, { end: false });
  for (;;) {
    if (node.process.exitCode !== null) throw new Error(`node ${node.name} ended by itself: see target/durability.log`);
    const answer = await fetch(`http://127.0.0.1:${node.port}/actuator/health/readiness`).catch(() => undefined);
    if (answer?.ok) return;
    await pause(200);
  }
}

async function kill(node) {
  const ended = once(node.process, "exit");
  node.process.kill("SIGKILL");
  await ended;
}

async function call(node, token, method, path, body, headers = {}) {
  const answer = await fetch(`http://127.0.0.1:${node.port}${path}`, {
    method,
    headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }), ...headers },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(20_000),
  });
  const text = await answer.text();
  return { status: answer.status, json: text.startsWith("{") ? JSON.parse(text) : {}, text };
}

/** Until some node answers: what a client does whose connection broke. A 5xx of a dying node is no answer. */
async function insist(token, method, path, body, headers) {
  for (let attempt = 0; attempt < 300; attempt++) {
    const node = nodes[(attempt + random.below(2)) % 2];
    const answer = await call(node, token, method, path, body, headers).catch(() => undefined);
    if (answer && answer.status < 500) return answer;
    await pause(200);
  }
  throw new Error(`no answer to ${method} ${path}`);
}

const login = async (username) => (await insist(undefined, "POST", "/auth/login", { username, password: "flowmaster" })).json.accessToken;

function must(condition, what) {
  if (!condition) throw new Error(what);
}

/** One case, from start to response; what is told is written down as soon as it is told. */
async function work(client, number, tokens) {
  const one = { key: `${KEY}-${client}-${number}`, execution: undefined, claimedBy: undefined, responded: false };
  told.push(one);
  const start = { processKey: KEY, businessKey: one.key };
  const started = await insist(tokens[0], "POST", "/executions", start, { "Idempotency-Key": one.key });
  must(started.status === 201, `start of ${one.key}: ${started.status} ${started.text}`);
  one.execution = started.json.id;
  const tasks = await insist(tokens[0], "GET", `/tasks?view=group&executionId=${one.execution}`);
  const task = tasks.json.items?.[0]?.id;
  must(task, `no task for ${one.key}: ${tasks.text}`);
  const claims = await Promise.all(
    tokens.map((token, i) => call(nodes[i], token, "PUT", `/tasks/${task}/assign`, { assignee: ["employee", "employee2"][i] }).catch(() => ({ status: 0 }))));
  must(claims.filter((c) => c.status === 200).length <= 1, `two people claimed the task of ${one.key}`);
  const now = await insist(tokens[0], "GET", `/tasks/${task}`);
  const winner = claims.findIndex((c) => c.status === 200);
  must(winner < 0 || now.json.assignee === ["employee", "employee2"][winner], `the claim of ${one.key} is lost: ${now.text}`);
  one.claimedBy = now.json.assignee;
  if (!one.claimedBy) return;
  const token = tokens[["employee", "employee2"].indexOf(one.claimedBy)];
  const response = await insist(token, "PUT", `/tasks/${task}/respond`, { variables: { approved: true } });
  // A 409 says that an earlier attempt, whose answer the kill swallowed, had been accepted.
  must(response.status === 200 || response.status === 409, `response of ${one.key}: ${response.status} ${response.text}`);
  one.responded = true;
}

async function load(client, tokens) {
  for (let number = 0; !stopped; number++) await work(client, number, tokens);
}

async function compare(tokens) {
  for (const one of told) {
    const found = await insist(tokens[0], "GET", `/executions?businessKey=${one.key}`);
    must(found.json.items.length === 1, `${found.json.items.length} executions of ${one.key}`);
    must(one.execution === undefined || found.json.items[0].id === one.execution, `${one.key} is another execution than the answer said`);
    const again = await insist(tokens[0], "POST", "/executions", { processKey: KEY, businessKey: one.key }, { "Idempotency-Key": one.key });
    must(again.status === 201 && again.json.id === found.json.items[0].id, `the key of ${one.key} gives ${again.status} ${again.json.id}`);
    if (one.responded) await completed(one, tokens);
  }
}

async function completed(one, tokens) {
  for (let attempt = 0; ; attempt++) {
    const execution = await insist(tokens[0], "GET", `/executions/${one.execution}`);
    if (execution.json.status === "COMPLETED") break;
    must(attempt < 400, `${one.key} was responded to and is ${execution.json.status}: ${execution.text}`);
    await pause(200);
  }
  const history = await insist(tokens[0], "GET", `/executions/${one.execution}/history?limit=200`);
  const booked = history.json.items.filter((e) => e.activityId === "book" && e.type === "ACTIVITY_COMPLETED");
  must(booked.length === 1, `the job of ${one.key} ran ${booked.length} times: ${history.text.slice(0, 2000)}`);
}

try {
  for (const node of nodes) await start(node);
  const designer = await login("designer");
  const process = await insist(designer, "POST", "/processes", { name: "Durability", key: KEY, bpmnXml: MODEL });
  must(process.status === 201, process.text);
  const published = await insist(designer, "POST", `/processes/${process.json.id}/publish`, {});
  must(published.status === 201, published.text);
  const tokens = [await login("employee"), await login("employee2")];
  const clients = Array.from({ length: CLIENTS }, (_, i) => load(i, tokens));
  const failed = Promise.all(clients);
  for (let n = 1; n <= kills; n++) {
    await Promise.race([failed, pause(200 + random.below(2_500))]);
    const victim = random.pick(nodes);
    await kill(victim);
    await Promise.race([failed, start(victim)]);
    console.log(`kill ${n}: node ${victim.name} is back, ${told.length} cases so far`);
    if (n % 15 === 0) tokens.splice(0, 2, await login("employee"), await login("employee2"));
  }
  stopped = true;
  await failed;
  await compare(tokens);
  console.log(`durability: ${kills} kills, ${told.length} cases, ${told.filter((t) => t.responded).length} responded; what was told is there`);
} catch (e) {
  console.log(`durability: ${e.stack}`);
  process.exitCode = 1;
} finally {
  stopped = true;
  for (const node of nodes) node.process?.kill("SIGKILL");
}
process.exit();
