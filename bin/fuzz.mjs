// Sends hostile requests to a running platform, made from engine/openapi.json and a seed:
//   node bin/fuzz.mjs [--base URL] [--requests N] [--seed N] [--only METHOD-or-path]
// and fails when one is answered with a 5xx, takes longer than two seconds (and again when asked alone: a busy machine is
// no hang; ten seconds always are one), tells of the platform's insides, or is refused
// and yet leaves a trace in the audit log. The same seed makes the same requests; ids that the platform gives out differ.
import { readFileSync } from "node:fs";
import http from "node:http";
import { hostileBody, hostileHeaders, hostilePath, hostileQuery, Random, sample } from "./fuzz-inputs.mjs";

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const base = new URL(option("base", process.env.BASE ?? "http://localhost:9000"));
const requests = Number(option("requests", process.env.REQUESTS || 20_000));
const seed = Number(option("seed", process.env.SEED || 1));
const only = option("only", "");
const LONGEST_MS = 2_000;
const ALWAYS_TOO_LONG_MS = 10_000;
const INSIDES =
  /\bat [\w.$]+\([\w$]+\.(java|scala):\d+\)|\b(java|javax|jakarta|scala)\.[a-z]+\.[A-Za-z.]+|org\.(h2|postgresql|springframework|camunda|hibernate|apache|eclipse)\.[a-z]+|\b(insert into|delete from|select .{1,80} from)\b|\b(ACT_(RU|HI|RE|GE)_|SQLSTATE|JdbcSQL|PSQLException)/i;
// What ends the fuzzer's own session, or takes its rights away, is not called.
const SPARED = [/^\/auth\/(logout|password)$/, /^\/users\/\{id\}/, /^\/tenants\/\{id\}\/members/, /erasure/];
// Facts that the audit log has to know: a refused login, and a call that another system refused.
const FACTS_OF_REFUSALS = new Set(["LoginRefused", "UserLocked", "RefreshTokenReused", "IntegrationExecuted"]);

const api = JSON.parse(readFileSync(new URL("../engine/openapi.json", import.meta.url)));
const random = new Random(seed);
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
const tokens = {};
const ids = new Map();
const refused = new Set();
const findings = [];
const statuses = new Map();
const refusals = new Map();
let slowOnce = 0;

function send({ method, path, headers, body }) {
  return new Promise((resolve) => {
    const began = performance.now();
    let call;
    const done = (answer) => resolve({ ...answer, ms: performance.now() - began });
    try {
      call = http.request({ agent, host: base.hostname, port: base.port, method, path, headers, timeout: 20_000 }, (answer) => {
        const parts = [];
        answer.on("data", (part) => parts.push(part));
        answer.on("error", (e) => done({ status: 0, text: String(e), headers: {} }));
        answer.on("end", () => done({ status: answer.statusCode, text: Buffer.concat(parts).toString("utf8"), headers: answer.headers }));
      });
    } catch (e) {
      return done({ unsendable: true, status: 0, text: String(e), headers: {} });
    }
    call.on("timeout", () => call.destroy(new Error("no answer in 20 s")));
    // The server may answer and close before it has read a body that it refuses.
    call.on("error", (e) => done({ status: 0, text: String(e), headers: {} }));
    call.end(body);
  });
}

async function login(username) {
  const answer = await send({
    method: "POST",
    path: "/auth/login",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ username, password: "flowmaster" }),
  });
  const { accessToken } = JSON.parse(answer.text);
  if (accessToken !== undefined) tokens[username] = accessToken;
}

const user = () => random.pick(["admin", "admin", "admin", "admin", "admin", "designer", "employee", "manager", "developer", "other-admin"]);

function authorization() {
  if (random.chance(0.04)) return random.pick([undefined, "Bearer ", "Bearer a.b.c", "Basic YTpi", "Bearer " + "x".repeat(20_000), `Bearer ${tokens.admin}x`]);
  return `Bearer ${tokens[user()]}`;
}

/** Ids that lists and creations have shown, by the first segment of their path. */
function learn(path, answer) {
  if (answer.status >= 300 || !answer.text.startsWith("{")) return;
  const area = path.split(/[/?]/)[1];
  let json;
  try {
    json = JSON.parse(answer.text);
  } catch {
    return;
  }
  const known = ids.get(area) ?? [];
  for (const item of [json, ...(Array.isArray(json.items) ? json.items : [])].slice(0, 5)) {
    if (typeof item?.id === "string" && item.id !== "" && !known.includes(item.id)) known.push(item.id);
  }
  ids.set(area, known.slice(-40));
}

const operations = Object.entries(api.paths)
  .filter(([path]) => !SPARED.some((spared) => spared.test(path)))
  .flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })))
  .filter((o) => `${o.method} ${o.path}`.includes(only))
  .concat(only ? [] : engineRest());

/** The engine's own REST is not in the platform's OpenAPI file. */
function engineRest() {
  const json = (example) => ({ requestBody: { content: { "application/json": { schema: {}, example } } } });
  const variables = { a: { value: 1, type: "Integer" }, b: { value: "{}", type: "Object", valueInfo: { objectTypeName: "java.util.HashMap", serializationDataFormat: "application/json" } } };
  return [
    ["POST", "/engine-rest/external-task/fetchAndLock", json({ workerId: "w", maxTasks: 1, topics: [{ topicName: "t", lockDuration: 1000 }] })],
    ["POST", "/engine-rest/external-task/{id}/complete", json({ workerId: "w", variables })],
    ["POST", "/engine-rest/external-task/{id}/failure", json({ workerId: "w", retries: 1, retryTimeout: 1 })],
    ["POST", "/engine-rest/external-task/{id}/bpmnError", json({ workerId: "w", errorCode: "E" })],
    ["GET", "/engine-rest/process-definition", {}],
    ["POST", "/engine-rest/process-definition/{id}/start", json({ variables })],
    ["POST", "/engine-rest/process-definition/key/{key}/start", json({ variables, businessKey: "b" })],
    ["POST", "/engine-rest/process-instance", json({ sorting: [{ sortBy: "instanceId", sortOrder: "asc" }] })],
    ["POST", "/engine-rest/message", json({ messageName: "m", processVariables: variables })],
    ["GET", "/engine-rest/task", {}],
    ["POST", "/engine-rest/task/{id}/complete", json({ variables })],
    ["POST", "/engine-rest/task/{id}/claim", json({ userId: "employee" })],
    ["PUT", "/engine-rest/process-instance/{id}/variables/{name}", json({ value: 1, type: "Integer" })],
    ["GET", "/engine-rest/history/process-instance", {}],
    ["POST", "/engine-rest/decision-definition/{id}/evaluate", json({ variables })],
    ["POST", "/engine-rest/deployment/create", { requestBody: { content: { "multipart/form-data": { schema: {} } } } }],
  ].map(([method, path, operation]) => ({ method, path, operation }));
}

function request(number) {
  const { path, method, operation } = random.pick(operations);
  const area = path.split("/")[1];
  const known = ids.get(area) ?? [];
  const parameters = operation.parameters ?? [];
  const bodies = Object.entries(operation.requestBody?.content ?? {});
  const [mediaType, media] = bodies.length > 0 ? random.pick(bodies) : [undefined, undefined];
  const headers = {
    "x-request-id": `fuzz-${seed}-${number}`,
  };
  const who = authorization();
  if (who !== undefined) {
    headers.authorization = who;
    // Who makes tenants soon belongs to several.
    headers["x-tenant-id"] = who.endsWith(tokens["other-admin"]) ? "other" : "demo";
  }
  Object.assign(headers, hostileHeaders(random));
  let body;
  if (media !== undefined) {
    const value = media.example ?? Object.values(media.examples ?? {})[0]?.value ?? sample(random, api, media.schema);
    ({ body, type: headers["content-type"] } = hostileBody(random, mediaType, value));
    if (headers["content-type"] === undefined) delete headers["content-type"];
    headers["content-length"] = Buffer.byteLength(body);
  }
  const strange = random.chance(0.02) ? random.pick(["PATCH", "TRACE", "OPTIONS", "HEAD", "PROPFIND", "DELETE", "PUT", "GET"]) : method;
  return { method: strange, path: hostilePath(random, path, known) + hostileQuery(random, api, parameters), headers, body };
}

/** Whether the request itself takes long, and not a machine that was busy with something else for a moment. */
async function hangs(call, answer) {
  if (answer.ms <= LONGEST_MS) return false;
  if (answer.ms > ALWAYS_TOO_LONG_MS) return true;
  for (let time = 0; time < 2; time++) {
    const again = await send({ ...call, headers: { ...call.headers, "x-request-id": `${call.headers["x-request-id"]}-again-${time}` } });
    if (again.ms > LONGEST_MS) return true;
  }
  slowOnce++;
  return false;
}

async function judge(call, answer) {
  const wrong = [];
  if (answer.status >= 500) wrong.push(`status ${answer.status}`);
  if (await hangs(call, answer)) wrong.push(`${Math.round(answer.ms)} ms`);
  if (answer.status >= 400 && INSIDES.test(answer.text)) wrong.push("tells of its insides");
  if (answer.status === 0 && !/ECONNRESET|EPIPE|socket hang up|Parse Error/.test(answer.text)) wrong.push(answer.text);
  if (wrong.length > 0) report(wrong.join(", "), call, answer);
}

function report(what, call, answer) {
  const shown = (text) => (text === undefined ? "" : String(text).slice(0, 600));
  findings.push(what);
  if (findings.length <= 40) {
    const { authorization: _, ...headers } = call.headers;
    console.log(`\n${what}\n  ${call.method} ${shown(call.path)}\n  ${shown(JSON.stringify(headers))}\n  ${shown(call.body)}\n  -> ${answer.status} ${shown(answer.text)}`);
  }
}

/** What was refused must not be in the audit log, which has every change under its request's id. */
async function refusedChangedNothing() {
  for (const who of ["admin", "other-admin"]) {
    await login(who);
    let cursor = "";
    do {
      const path = `/audit?limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
      const answer = await send({ method: "GET", path, headers: { authorization: `Bearer ${tokens[who]}` } });
      const page = JSON.parse(answer.text);
      for (const entry of page.items ?? []) {
        if (refused.has(entry.requestId) && !FACTS_OF_REFUSALS.has(entry.action)) {
          report(`refused, and yet ${entry.action} of ${entry.subject ?? entry.target}`, { method: "request", path: entry.requestId, headers: {} }, { status: "", text: "" });
        }
      }
      cursor = page.nextCursor ?? "";
    } while (cursor);
  }
}

const people = ["admin", "designer", "employee", "manager", "developer", "other-admin"];
for (const person of people) await login(person);
for (const path of ["/processes", "/rules", "/tasks?view=all", "/executions", "/groups", "/audit"]) {
  learn(path, await send({ method: "GET", path, headers: { authorization: `Bearer ${tokens.admin}` } }));
}
const began = Date.now();
let sent = 0;
for (let number = 0; number < requests; number++) {
  const call = request(number);
  const answer = await send(call);
  if (answer.unsendable) continue;
  sent++;
  statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
  await judge(call, answer);
  const whose = answer.status === 401 && people.find((person) => call.headers.authorization === `Bearer ${tokens[person]}`);
  if (whose) await login(whose);
  if (answer.status >= 400) {
    refused.add(call.headers["x-request-id"]);
    const why = `${answer.status} ${/"type":"(?:urn:flowmaster:problem:)?([^"]*)"/.exec(answer.text)?.[1] ?? answer.text.slice(0, 60)}`;
    refusals.set(why, (refusals.get(why) ?? 0) + 1);
  }
  learn(call.path, answer);
  if (number % 2_000 === 1_999) for (const person of people) await login(person);
}
await refusedChangedNothing();
agent.destroy();
const reasons = [...refusals].sort(([, a], [, b]) => b - a).slice(0, 25);
console.log(`refused: ${reasons.map(([why, count]) => `${why} ${count}`).join(", ")}`);
const summary = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status === 0 ? "closed" : status}: ${count}`);
console.log(`fuzz: seed ${seed}, ${sent} requests in ${Math.round((Date.now() - began) / 1000)} s; ${summary.join(", ")}; ${slowOnce} slow once, but not again; ${findings.length} findings`);
process.exitCode = findings.length > 0 ? 1 : 0;
