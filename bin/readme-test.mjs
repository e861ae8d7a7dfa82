// Runs every command of the README against a running platform: node bin/readme-test.mjs http://localhost:9000
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const base = new URL(process.argv[2] ?? 'http://localhost:9000');
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const root = new URL('..', import.meta.url);

const targets = new Set(
  [...readFileSync(new URL('../Makefile', import.meta.url), 'utf8').matchAll(/^([a-z0-9-]+):.*## /gm)].map((match) => match[1]),
);
const named = new Set([...readme.matchAll(/\bmake ([a-z0-9-]+)/g)].map((match) => match[1]));
const unknown = [...named].filter((target) => !targets.has(target));
if (unknown.length > 0) {
  fail(`the README names targets that the Makefile lacks: ${unknown.join(', ')}`);
}

const script = [...readme.matchAll(/^```bash\n(.*?)^```$/gms)]
  .map((match) => match[1])
  .join('\n')
  .replaceAll('localhost:9000', base.host);

let output;
try {
  output = execFileSync('bash', ['-euo', 'pipefail', '-c', script], { cwd: root, encoding: 'utf8', timeout: 120_000 });
} catch (error) {
  fail(`a command of the README failed:\n${error.stdout}\n${error.stderr}`);
}

for (const expected of ['"version":', 'COMPLETED', 'Approve expense', '"discount":0.1']) {
  if (!output.includes(expected)) {
    fail(`the README's commands should have printed ${expected}, but printed:\n${output}`);
  }
}
process.stdout.write(`README: ${script.match(/\bcurl\b/g).length} calls ran, ${named.size} make targets exist\n`);

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
