// Draws every sample's diagram as <sample>/<sample>.svg, and the quick start's for the README, the way bpmn-js shows it, so that the
// READMEs never show something else than what runs.
//
//   npm install --ignore-scripts && npm run render          (needs Chromium: CHROMIUM=/usr/bin/chromium)
//   npm run render -- --png pictures                    also writes PNGs there, for a quick look
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const home = join(dirname(fileURLToPath(import.meta.url)), "..");
const samples = join(home, "src/main/resources/samples");
const viewer = createRequire(import.meta.url).resolve("bpmn-js/dist/bpmn-viewer.production.min.js");
const pngFolder = process.argv[2] === "--png" ? process.argv[3] : undefined;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
const page = await browser.newPage({ deviceScaleFactor: 1.5 });
await page.setContent('<body style="margin:0"><div id="canvas" style="width:800px;height:600px"></div></body>');
await page.addScriptTag({ path: viewer });

const pictures = readdirSync(samples, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({ from: join(samples, name, `${name}.bpmn`), to: join(home, name, `${name}.svg`) }));
pictures.push({ from: join(home, "quickstart/expense.bpmn"), to: join(home, "../docs/images/expense.svg") });

for (const { from, to } of pictures) {
  const diagram = readFileSync(from);
  const svg = await draw(diagram.toString("utf8"));
  const checksum = createHash("sha256").update(diagram).digest("hex");
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, onWhite(svg, checksum));
  console.log(relative(home, to));
  if (pngFolder) {
    await photograph(svg, join(pngFolder, basename(to).replace(".svg", ".png")));
  }
}
await browser.close();

function draw(xml) {
  return page.evaluate(async (diagramXml) => {
    const drawing = new window.BpmnJS({ container: "#canvas" });
    const { warnings } = await drawing.importXML(diagramXml);
    if (warnings.length > 0) {
      throw new Error(warnings.map((warning) => warning.message).join("\n"));
    }
    const { svg } = await drawing.saveSVG();
    drawing.destroy();
    return svg;
  }, xml);
}

/** On white (README pages may be dark), with the checksum that a test compares, and with ids that stay the same. */
function onWhite(svg, checksum) {
  const markers = new Map();
  const steady = (id) => markers.get(id) ?? markers.set(id, `marker-${markers.size + 1}`).get(id);
  return svg
    .replace(/<svg /, `<!-- drawn from sha256 ${checksum} -->\n<svg style="background:white" `)
    .replace(/marker-[a-z0-9]{20,}/g, steady)
    .concat("\n");
}

async function photograph(svg, file) {
  mkdirSync(dirname(file), { recursive: true });
  const paper = await browser.newPage({ deviceScaleFactor: 1.2 });
  await paper.setContent(`<body style="margin:8px;background:white;display:inline-block">${svg.slice(svg.indexOf("<svg"))}</body>`);
  await paper.locator("body").screenshot({ path: file });
  await paper.close();
}
