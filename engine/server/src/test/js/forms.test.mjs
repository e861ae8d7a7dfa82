// Runs the shared table of cases against form-js itself, so that the server's rules stay the browser's.
import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';

const table = new URL('../resources/forms/cases.json', import.meta.url);
const cases = JSON.parse(readFileSync(process.argv[2] ?? table, 'utf8'));

const dom = new JSDOM('<!doctype html><div id="form"></div>', { pretendToBeVisual: true, url: 'http://localhost/' });
for (const name of Object.getOwnPropertyNames(dom.window)) {
  if (!(name in globalThis)) {
    globalThis[name] = dom.window[name];
  }
}
globalThis.window = dom.window;
globalThis.document = dom.window.document;
dom.window.matchMedia ??= () => ({ matches: false, addEventListener() {}, removeEventListener() {} });
globalThis.ResizeObserver ??= class { observe() {} unobserve() {} disconnect() {} };
globalThis.DataTransfer ??= class { items = { add() {} }; files = null; };

const { createRequire } = await import('node:module');
const { Form } = createRequire(import.meta.url)('@bpmn-io/form-js-viewer');
const settled = () => new Promise(resolve => setTimeout(resolve, 25));

const isObject = value => value !== null && typeof value === 'object' && !Array.isArray(value);

/** Entered values on top of those that the form was opened with; lists are replaced. */
function overlay(before, entered) {
  if (!isObject(before) || !isObject(entered)) {
    return entered;
  }
  const merged = { ...before };
  for (const [name, value] of Object.entries(entered)) {
    merged[name] = overlay(before[name], value);
  }
  return merged;
}

async function pointers({ components, context = {}, submission }) {
  const container = document.createElement('div');
  document.body.append(container);
  const form = new Form({ container });
  await form.importSchema({ type: 'default', id: 'form', components }, context);
  await settled();
  form._setState({ data: overlay(form._getState().data, submission) });
  for (let i = 0; i < 3; i++) {
    await settled();
  }
  const errors = form.validate();
  const found = form.get('formFieldInstanceRegistry').getAllKeyed().filter(instance => {
    let own = errors[instance.id];
    for (const index of Object.values(instance.indexes ?? {})) {
      own = own?.[index];
    }
    return own?.length;
  }).map(instance => '/variables/' + instance.valuePath.join('/'));
  form.destroy();
  container.remove();
  return [...new Set(found)].sort();
}

let differences = 0;
let current = '';
process.on('uncaughtException', error => {
  console.error(`${current}\n  form-js broke on it: ${error.message}`);
  differences++;
});

for (const one of cases.filter(one => one.browser !== null)) {
  current = one.name;
  let found;
  try {
    found = await pointers(one);
  } catch (error) {
    found = [String(error)];
  }
  const expected = [...(one.browser ?? one.errors)].sort();
  if (JSON.stringify(found) !== JSON.stringify(expected)) {
    differences++;
    console.error(`${one.name}\n  form-js: ${JSON.stringify(found)}\n  table:   ${JSON.stringify(expected)}`);
  }
}
console.log(`${cases.length} cases, ${differences} differences from form-js`);
process.exit(differences ? 1 : 0);
