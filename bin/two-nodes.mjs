// Two nodes of the platform on one database behind a balancer that gives each request to the other node than the one
// before, and a command that finds the balancer's address in BASE:
//   bin/postgres node bin/two-nodes.mjs bash bin/smoke
// Nothing may depend on reaching the same node twice.
import { spawn } from "node:child_process";
import { once } from "node:events";
import http from "node:http";
import { Nodes } from "./nodes.mjs";
import { Random } from "./fuzz-inputs.mjs";

const LOG = "target/two-nodes.log";
const agent = new http.Agent({ keepAlive: true });
let turn = 0;

function forward(request, response) {
  const { port } = nodes.all[turn++ % 2];
  const asked = http.request({ agent, host: "127.0.0.1", port, method: request.method, path: request.url, headers: request.rawHeaders, setHost: false });
  asked.on("response", (answer) => {
    response.writeHead(answer.statusCode, answer.statusMessage, answer.rawHeaders);
    answer.pipe(response);
  });
  // As the node did: a connection without an answer.
  asked.on("error", () => (response.headersSent ? response.end() : request.socket.destroy()));
  response.on("close", () => asked.destroy());
  request.pipe(asked);
}

const balancer = http.createServer(forward).listen(0, "127.0.0.1");
await once(balancer, "listening");
const base = `http://localhost:${balancer.address().port}`;
process.env.FLOWMASTER_ISSUER = base;
const nodes = new Nodes(new Random(1), LOG);
try {
  for (const node of nodes.all) await nodes.start(node);
  console.log(`two nodes, on the ports ${nodes.all.map((node) => node.port).join(" and ")}, behind ${base}`);
  const [command, ...args] = process.argv.slice(2);
  const run = spawn(command, args, { stdio: "inherit", env: { ...process.env, BASE: base, PLATFORM_LOG: LOG } });
  const [status] = await once(run, "exit");
  console.log(`${turn} requests, by turns to two nodes`);
  process.exitCode = status ?? 1;
} catch (e) {
  console.log(`two nodes: ${e.stack}`);
  process.exitCode = 1;
} finally {
  nodes.end();
}
process.exit();
