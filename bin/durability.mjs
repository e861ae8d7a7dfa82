// Two nodes on one PostgreSQL under load, one or the other killed (SIGKILL) again and again, by turns at a random instant
// and at the very moment when a client hears that its change is accepted; then what the clients were told is compared
// with what is there:
//   bin/postgres node bin/durability.mjs [--kills N] [--seed N]
// - an execution whose start was answered is there, once, alone or in a batch, and its key gives the same answer;
// - of two people who claim a task on two nodes at the same moment, one gets it, and keeps it;
// - a response and a message that were answered are in the history, and the job behind them ran once;
// - a bulk job that was accepted is done to its end.
import { setTimeout as pause } from "node:timers/promises";
import { Cases } from "./durability-cases.mjs";
import { Nodes } from "./nodes.mjs";
import { Random } from "./fuzz-inputs.mjs";

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const kills = Number(option("kills", process.env.KILLS || 50));
const random = new Random(Number(option("seed", process.env.SEED || 1)));
const CLIENTS = 4;
const nodes = new Nodes(random);
const cases = new Cases(nodes);
let stopped = false;

async function load(client) {
  for (let number = 0; !stopped; number++) {
    await (client % 2 === 0 ? cases.approval(client, number) : cases.payments(client, number));
    await pause(random.below(400));
  }
}

try {
  for (const node of nodes.all) await nodes.start(node);
  await cases.prepare();
  const failed = Promise.all(Array.from({ length: CLIENTS }, (_, client) => load(client)));
  for (let n = 1; n <= kills; n++) {
    await Promise.race([failed, pause(200 + random.below(2_500))]);
    const victim = random.pick(nodes.all);
    await (n % 2 === 0 ? nodes.killOnAnswer(victim) : nodes.kill(victim));
    await Promise.race([failed, nodes.start(victim)]);
    console.log(`kill ${n}: node ${victim.name} is back, ${cases.told.length} cases and ${cases.batches.length} batches so far`);
    if (n % 5 === 0) await cases.renew();
  }
  stopped = true;
  await failed;
  await cases.renew();
  await cases.compare();
  const responded = cases.told.filter((t) => t.responded).length;
  const done = cases.batches.filter((b) => b.bulk).length;
  console.log(`durability: ${kills} kills, ${cases.told.length} cases, ${responded} responded, ${cases.batches.length} batches, ${done} cancelled in bulk; what was told is there`);
} catch (e) {
  console.log(`durability: ${e.stack}`);
  process.exitCode = 1;
} finally {
  stopped = true;
  nodes.end();
}
process.exit();
