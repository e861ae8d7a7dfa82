// Two nodes of the platform on one database, which can be killed and started again, and clients that insist on an answer.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdirSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

mkdirSync("target", { recursive: true });

export class Nodes {
  #random;
  #log;
  #trap;
  all = [{ name: "a" }, { name: "b" }];

  constructor(random, log = "target/durability.log") {
    this.#random = random;
    this.#log = createWriteStream(log);
  }

  async start(node) {
    node.port ??= await freePort();
    const env = { ...process.env, FLOWMASTER_PORT: node.port, FLOWMASTER_ISSUER: process.env.FLOWMASTER_ISSUER ?? "http://localhost:9000" };
    node.process = spawn("bash", ["bin/run"], { env, stdio: ["ignore", "pipe", "pipe"] });
    node.process.stdout.pipe(this.#log, { end: false });
    node.process.stderr.pipe(this.#log, { end: false });
    for (;;) {
      if (node.process.exitCode !== null) throw new Error(`node ${node.name} ended by itself: see ${this.#log.path}`);
      const answer = await fetch(`http://127.0.0.1:${node.port}/actuator/health/readiness`).catch(() => undefined);
      if (answer?.ok) return;
      await pause(200);
    }
  }

  /** Kills a node at a random instant of its work. */
  async kill(node) {
    const ended = once(node.process, "exit");
    node.process.kill("SIGKILL");
    await ended;
  }

  /**
   * Kills a node at the worst instant: as soon as a client has the first byte of an answer that says yes to a change.
   * What is promised before it is committed is lost then.
   */
  async killOnAnswer(node) {
    const ended = once(node.process, "exit");
    this.#trap = node;
    const otherwise = setTimeout(() => node.process.kill("SIGKILL"), 10_000);
    await ended;
    clearTimeout(otherwise);
    this.#trap = undefined;
  }

  async call(node, token, method, path, body, headers = {}) {
    const answer = await fetch(`http://127.0.0.1:${node.port}${path}`, {
      method,
      headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }), ...headers },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(20_000),
    });
    if (this.#trap === node && method !== "GET" && answer.ok) node.process.kill("SIGKILL");
    const read = await answer.text().catch(() => undefined);
    const text = read ?? "";
    // The status is a promise even when the kill cut off what followed.
    return { status: answer.status, cut: read === undefined, json: text.startsWith("{") ? JSON.parse(text) : {}, text };
  }

  /** Until some node answers: what a client does whose connection broke. A 5xx of a dying node is no answer. */
  async insist(token, method, path, body, headers) {
    for (let attempt = 0; attempt < 600; attempt++) {
      const node = this.all[(attempt + this.#random.below(2)) % 2];
      const answer = await this.call(node, token, method, path, body, headers).catch(() => undefined);
      if (answer && answer.status < 500 && !answer.cut) return answer;
      await pause(200);
    }
    throw new Error(`no answer to ${method} ${path}`);
  }

  async login(username) {
    return (await this.insist(undefined, "POST", "/auth/login", { username, password: "flowmaster" })).json.accessToken;
  }

  end() {
    for (const node of this.all) node.process?.kill("SIGKILL");
  }
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

export function must(condition, what) {
  if (!condition) throw new Error(what);
}
