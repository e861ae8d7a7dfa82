// What an employee's first page loads, against what it may: `npm run budget` after a build.
import console from 'node:console';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { URL } from 'node:url';
import { gzipSync } from 'node:zlib';

const DIST = new URL('dist/', import.meta.url);
const MOST_KIB = { js: 220, css: 40 };
const FIRST = ['index.html', 'src/apps/engage/Engage.tsx'];

const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', DIST), 'utf8'));

/** Chunks with all that they import before they run. */
function closure(keys, found = new Set()) {
  for (const key of keys) {
    if (!found.has(key)) {
      found.add(key);
      closure(manifest[key].imports ?? [], found);
    }
  }
  return found;
}

function kib(files) {
  const bytes = [...new Set(files)].map((file) => gzipSync(readFileSync(new URL(file, DIST)), { level: 9 }).length);
  return bytes.reduce((sum, size) => sum + size, 0) / 1024;
}

const chunks = [...closure(FIRST)].map((key) => manifest[key]);
const loaded = {
  js: kib(chunks.map((chunk) => chunk.file).filter((file) => file.endsWith('.js'))),
  css: kib(chunks.flatMap((chunk) => chunk.css ?? [])),
};
for (const [kind, most] of Object.entries(MOST_KIB)) {
  console.log(`Engage's first load: ${loaded[kind].toFixed(1)} KiB of ${kind} (gzip), at most ${most}`);
  if (loaded[kind] > most) {
    process.exitCode = 1;
  }
}
