#!/usr/bin/env node
// Walks a sample process through all its steps on a running platform, as its people would, and
// prints each REST call with its answer.
//
//   make demo                                    merchant onboarding on http://localhost:9000
//   node bin/demo.mjs pricing-approval           another sample
//   node bin/demo.mjs merchant-onboarding --base http://localhost:9100
import { parseArgs } from "node:util";

const walks = {
  "merchant-onboarding": merchantOnboarding,
  "pricing-approval": pricingApproval,
  "shipment-acceptance": shipmentAcceptance,
  "permit-application": permitApplication,
  "payment-incident-resolution": paymentIncidentResolution,
  "invoice-intake": invoiceIntake,
};

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { base: { type: "string", default: "http://localhost:9000" } },
});
const sample = positionals[0] ?? "merchant-onboarding";
const base = options.base.replace(/\/$/, "");
const businessKey = `DEMO-${Date.now().toString(36).toUpperCase()}`;
const colors = process.stdout.isTTY;
const tokens = new Map();
let execution;

class Unexpected extends Error {}

try {
  if (!walks[sample]) {
    throw new Unexpected(`There is no sample ${sample}. There are: ${Object.keys(walks).join(", ")}.`);
  }
  await walks[sample]();
  headline("Done");
} catch (problem) {
  const unexpected = problem instanceof Unexpected;
  console.error(`\n${paint("31;1", "The demo stops here:")} ${unexpected ? problem.message : problem.stack}`);
  process.exitCode = 1;
}

async function merchantOnboarding() {
  await start("employee", {
    merchantName: "Weltweit Reisen AG",
    registrationNumber: "HRB 20417",
    country: "DE",
    industry: "travel",
    monthlyVolume: 85000,
    contactEmail: "finance@weltweit-reisen.example",
    website: "https://weltweit-reisen.example",
  });
  await work("employee", "checkDocuments", "The bank statement is missing", {
    documentsSeen: ["company-extract", "identity", "ownership"],
    documentsComplete: "no",
    missingDocuments: "Bank statement",
  });
  await message("merchant-documents", "The merchant sends it");
  await work("employee2", "checkDocuments", "Now everything is there", {
    documentsSeen: ["company-extract", "identity", "ownership", "bank-statement"],
    documentsComplete: "yes",
  });
  await work("employee", "firstApproval", "A worker has screened the merchant, a table has decided: medium risk", {
    firstDecision: "approve",
    firstComment: "Long in business, deposits are secured",
  });
  await work("manager", "secondApproval", "Another person: the model declares four eyes", { secondDecision: "approve" });
  await ends("merchantOnboarded", { riskLevel: "medium", firstApprover: "employee", secondDecision: "approve" }, [
    "merchantId",
    "contractNumber",
  ]);
}

async function pricingApproval() {
  await start("employee", {
    customer: "Brandt AG",
    customerTier: "standard",
    product: "Bearing 6204",
    quantity: 500,
    listPrice: 100,
    unitCost: 60,
    requestedPrice: 70.5,
    justification: "A competitor offers the same price.",
  });
  await work("employee2", "reviewPrice", "Too low: the desk makes a counter-offer", {
    deskDecision: "counter-offer",
    counterPrice: 75,
    deskComment: "75 is the least",
  });
  await work("employee", "discussCounterOffer", "The customer agrees", { customerAgrees: "yes", agreedPrice: 75 });
  await work("employee2", "reviewPrice", "The agreed price was checked again", { deskDecision: "accept" });
  await work("manager", "approvePrice", "The table wants a manager, too", { managerDecision: "approve" });
  await ends("priceConfirmed", { approvalLevel: "manager", requestedPrice: 75, agreedUnitPrice: 75 }, [
    "priceId",
    "validUntil",
  ]);
}

async function shipmentAcceptance() {
  await start("employee", {
    shipmentId: "SHP-77120",
    orderNumber: "PO-10042",
    carrier: "Express Cargo",
    coolChain: false,
  });
  await work("employee", "unloadShipment", "Unloaded; now three checks begin at once", { dock: "B4", sealIntact: "yes" });
  await work("employee2", "inspectGoods", "Damage: an escalation to management, while the checks go on", {
    damagedPackages: 2,
    temperatureKept: "not-needed",
    inspectionNote: "Two crushed corners",
  });
  await work("manager", "fileClaim", "The claim is filed", { claimNumber: "CL-2041", claimAmount: 180 });
  await work("employee", "countPackages", "All packages are there", { countedPackages: 40 });
  await work("manager", "decideReservation", "The table allows acceptance with reservation only", {
    reservationDecision: "accept",
    reservationNote: "Two packages damaged",
  });
  await ends("shipmentAccepted", { acceptance: "reservation", orderedPackages: 40, supplier: "Brandt Fasteners" }, [
    "receiptNumber",
  ]);
}

async function permitApplication() {
  await start("employee", {
    applicantName: "Ida Berg",
    contactEmail: "ida@berg.example",
    siteAddress: "Hafenweg 3",
    permitType: "new-building",
    floorArea: 120,
    nearWater: true,
    description: "Family house with two floors",
  });
  await work("employee", "checkCompleteness", "Complete: three reviews begin at once", { applicationComplete: "yes" });
  await work("employee", "technicalReview", "The first review", { technicalResult: "positive" });
  await work("employee2", "environmentalReview", "The second one", {
    environmentalResult: "conditions",
    environmentalConditions: "Keep 10 m from the water",
  });
  await reaches("receiveStatement");
  await message("authority-statement", "The fire authority answers", { authorityStatement: "no-objection" });
  await work("manager", "decideOnPermit", "The table recommends a permit with conditions", {
    permitDecision: "grant",
    permitConditions: "Keep 10 m from the water",
    decisionReason: "All reviews agree",
  });
  await ends("permitIssued", { recommendation: "grant-with-conditions", fee: 1280 }, ["permitNumber", "lastNotice"]);
}

async function paymentIncidentResolution() {
  await start("employee", {
    paymentReference: "PAY-20417",
    incidentType: "duplicate",
    amount: 9500,
    payerAccount: "DE89370400440532013000",
    reportText: "The payer was charged twice.",
  });
  await work("employee", "investigate", "A worker has frozen the payment; operations look into it", {
    rootCause: "system-error",
    correctionDue: "yes",
    correctionAmount: 9500,
    findings: "Sent twice by the gateway",
  });
  await work("manager", "approveCorrection", "The table wants a manager for this amount", { correctionDecision: "approve" });
  await work("employee2", "settleByHand", "The account was closed, so the booking was undone", {
    settlementMethod: "other-account",
    settlementReference: "TRF-881",
  });
  await ends("settledByHand", { refundAuthority: "manager", paymentState: "frozen" }, ["bookingNumber", "reversalNumber"]);
}

/** Without a language model: people code the invoice that the agent would have coded. */
async function invoiceIntake() {
  const documentId = await upload(
    "employee",
    "invoice-4711.txt",
    `Muster GmbH, Lindenstraße 12, 10115 Berlin\nRechnung Nr. ${businessKey}\nRechnungsdatum: 3. März 2026\nNettobetrag: 1.000,00 EUR\nMwSt. 19 %: 190,00 EUR\nGesamtbetrag: 1.190,00 EUR\n`,
  );
  await start("employee", { documentId, sender: "billing@muster.example" });
  await work("employee", "codeInvoice", "The document is read; without a language model people code it", {
    costCentre: "4712",
    account: "6300",
  });
  await work("manager", "releaseInvoice", "The table wants management above 1,000 EUR", { releaseDecision: "release" });
  await ends("invoiceBooked", { releasedBy: "manager", bookedAmount: 1190 }, ["bookingNumber", "invoice"]);
}

/** Somebody brings a document, which processes may read. */
async function upload(user, name, text) {
  headline(`${user} uploads ${name}`);
  const form = new FormData();
  form.append("file", new Blob([text], { type: "text/plain" }), name);
  const authorization = `Bearer ${tokens.get(user) ?? (await login(user))}`;
  const answer = await fetch(`${base}/documents/upload`, { method: "POST", headers: { authorization }, body: form });
  const body = await answer.json();
  show(user, "POST", "/documents/upload", undefined, { status: answer.status, phrase: answer.statusText, body });
  expect(answer.status === 201, "the document was not taken");
  return body.id;
}

/** Somebody starts the process. */
async function start(user, variables) {
  headline(`${user} starts ${sample}`);
  const body = { processKey: sample, businessKey, variables };
  const answer = await until(
    () => quietly(user, "POST", "/executions", body, { "Idempotency-Key": businessKey }),
    ({ status }) => status !== 404,
    `${sample} is not published. It is a moment after the platform has started with demo data, as by "make run".`,
    ({ status }) => status !== 404 && status >= 400,
  );
  show(user, "POST", "/executions", body, answer);
  expect(answer.status === 201, `the execution was not started`);
  execution = answer.body.id;
}

/** Somebody finds the task in the inbox, reads it, claims it and responds. */
async function work(user, activityId, what, variables) {
  headline(`${user}: ${what}`);
  const inbox = `/tasks?view=group&executionId=${execution}`;
  const list = await until(
    () => quietly(user, "GET", inbox),
    (answer) => answer.body?.items?.some((task) => task.activityId === activityId),
    `no task ${activityId} came into ${user}'s inbox. Are the sample's workers running, as they are after "make run"?`,
  );
  show(user, "GET", inbox, undefined, list);
  const { id } = list.body.items.find((task) => task.activityId === activityId);
  const task = await call(user, "GET", `/tasks/${id}`);
  expect(task.status === 200, "the task could not be read");
  const claimed = await call(user, "PUT", `/tasks/${id}/assign`, { assignee: user });
  expect(claimed.status === 200, "the task could not be claimed");
  const done = await call(user, "PUT", `/tasks/${id}/respond`, { variables });
  expect(done.status === 200 && done.body.status === "COMPLETED", "the response was not taken");
}

/** The outside world sends a message, which belongs to the execution by its business key. */
async function message(name, what, variables) {
  headline(what);
  const answer = await call("manager", "POST", "/executions/messages", { name, businessKey, variables });
  expect(answer.status === 200, `the message ${name} was not taken`);
}

/** A worker has brought the execution to an element. */
async function reaches(activityId) {
  headline(`The workers go on, until ${activityId}`);
  const path = `/executions/${execution}`;
  const answer = await until(
    () => quietly("manager", "GET", path),
    ({ body }) => body?.activities?.some((activity) => activity.activityId === activityId),
    `the execution did not reach ${activityId}`,
  );
  show("manager", "GET", path, undefined, answer);
}

/** The execution completes at this end, with these variables, and its history can be read. */
async function ends(endEvent, variables, given) {
  headline("The execution completes");
  const path = `/executions/${execution}`;
  const answer = await until(
    () => quietly("manager", "GET", path),
    ({ body }) => body?.status === "COMPLETED",
    "the execution did not complete",
  );
  show("manager", "GET", path, undefined, answer);
  for (const [name, value] of Object.entries(variables)) {
    const found = answer.body.variables?.[name];
    expect(found === value, `the variable ${name} is ${JSON.stringify(found)}, not ${JSON.stringify(value)}`);
  }
  for (const name of given) {
    expect(answer.body.variables?.[name] != null, `the variable ${name} is not set`);
  }
  headline("What happened, and who did it");
  const events = await history();
  expect(
    events.some((event) => event.activityId === endEvent),
    `the history does not tell of the end ${endEvent}`,
  );
}

async function history() {
  const events = [];
  let cursor = "";
  do {
    const path = `/executions/${execution}/history?limit=200${cursor && `&cursor=${cursor}`}`;
    const answer = await quietly("manager", "GET", path);
    expect(answer.status === 200, "the history could not be read");
    console.log(`${paint("1", "manager")}  GET ${path}  ${status(answer)}`);
    events.push(...answer.body.items);
    cursor = answer.body.nextCursor;
  } while (cursor);
  for (const { at, type, activityName, activityId, actor, detail } of events) {
    const where = (activityName ?? activityId ?? "").padEnd(30);
    const what = detail?.variable ? `${detail.variable} = ${JSON.stringify(detail.new ?? detail.value)}` : "";
    const line = `  ${at.slice(11, 23)}  ${type.padEnd(20)} ${where} ${(actor ?? "").padEnd(20)} ${what}`;
    console.log(line.trimEnd().slice(0, 160));
  }
  return events;
}

async function call(user, method, path, body, headers) {
  const answer = await quietly(user, method, path, body, headers);
  show(user, method, path, body, answer);
  return answer;
}

async function quietly(user, method, path, body, headers = {}) {
  const authorization = `Bearer ${tokens.get(user) ?? (await login(user))}`;
  return send(method, path, body, { authorization, ...headers });
}

async function login(user) {
  const body = { username: user, password: "flowmaster" };
  const answer = await send("POST", "/auth/login", body);
  show(user, "POST", "/auth/login", body, answer);
  expect(answer.status === 200, `${user} could not log in. Does the platform run with demo data, as after "make run"?`);
  tokens.set(user, answer.body.accessToken);
  return answer.body.accessToken;
}

async function send(method, path, body, headers = {}) {
  const type = body === undefined ? {} : { "content-type": "application/json" };
  try {
    const response = await fetch(base + path, {
      method,
      headers: { accept: "application/json", ...type, ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    const json = /json/.test(response.headers.get("content-type") ?? "");
    return { status: response.status, phrase: response.statusText, body: json ? JSON.parse(text) : text };
  } catch (failure) {
    throw new Unexpected(
      `nothing answers at ${base} (${failure.cause?.code ?? failure.message}). Start the platform with "make run".`,
    );
  }
}

/** Asks again until the answer is right; workers need a moment. */
async function until(ask, right, otherwise, hopeless = ({ status }) => status >= 400) {
  const patience = Date.now() + 30_000;
  for (;;) {
    const answer = await ask();
    if (right(answer)) {
      return answer;
    }
    if (hopeless(answer) || Date.now() > patience) {
      console.log(pretty(answer.body));
      throw new Unexpected(otherwise);
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

function expect(right, otherwise) {
  if (!right) {
    throw new Unexpected(otherwise);
  }
}

function show(user, method, path, body, answer) {
  console.log(`${paint("1", user)}  ${method} ${path}`);
  if (body !== undefined) {
    console.log(indent(pretty(body)));
  }
  console.log(`  ${status(answer)}`);
  console.log(indent(pretty(answer.body)));
}

function status({ status, phrase }) {
  return paint(status < 300 ? "32" : "31", `${status} ${phrase}`.trim());
}

function headline(text) {
  console.log(`\n${paint("36;1", `── ${text} `.padEnd(90, "─"))}`);
}

/** JSON on several lines; secrets are hidden, what is long for a console is cut. */
function pretty(value) {
  if (value === "" || value === undefined) {
    return "(no body)";
  }
  return JSON.stringify(
    value,
    (key, part) => {
      if (key === "form" && part?.components) {
        return `the form ${part.id ?? ""}: ${part.components.map((field) => field.key).filter(Boolean).join(", ")}`;
      }
      if (key === "password" || key === "accessToken" || key === "refreshToken") {
        return "********";
      }
      return typeof part === "string" && part.length > 160 ? `${part.slice(0, 40)}… (${part.length} characters)` : part;
    },
    2,
  );
}

function indent(text) {
  return text.replace(/^/gm, "    ");
}

function paint(code, text) {
  return colors ? `\x1b[${code}m${text}\x1b[0m` : text;
}
