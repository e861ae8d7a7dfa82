// What the clients of bin/durability.mjs do, what they were told, and the comparison with what is there.
import { setTimeout as pause } from "node:timers/promises";
import { must } from "./nodes.mjs";

const APPROVAL = "durability";
const PAYMENT = "durability-payment";
const BATCH = 5;

const model = (key, ...elements) => {
  const flows = elements.slice(1).map((_, i) => `<bpmn:sequenceFlow id="f${i}" sourceRef="e${i}" targetRef="e${i + 1}"/>`);
  const nodes = elements.map(([type, attributes], i) => {
    const ends = [i > 0 && `<bpmn:incoming>f${i - 1}</bpmn:incoming>`, i < elements.length - 1 && `<bpmn:outgoing>f${i}</bpmn:outgoing>`];
    return `<bpmn:${type} id="e${i}" ${attributes}>${ends.filter(Boolean).join("")}</bpmn:${type}>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="urn:durability">
  <bpmn:message id="paid" name="durability-paid"/>
  <bpmn:process id="${key}" name="${key}" isExecutable="true" camunda:historyTimeToLive="P1D">${nodes.join("")}${flows.join("")}</bpmn:process>
</bpmn:definitions>`;
};
const BOOK = 'name="Book" camunda:asyncBefore="true" camunda:expression="${approved}" camunda:resultVariable="booked"';
const MODELS = {
  [APPROVAL]: model(APPROVAL, ["startEvent", ""], ["userTask", 'name="Approve" camunda:candidateGroups="staff"'], ["serviceTask", BOOK], ["endEvent", ""]),
  [PAYMENT]: model(PAYMENT, ["startEvent", ""], ["receiveTask", 'name="Payment" messageRef="paid"'], ["serviceTask", BOOK], ["endEvent", ""]),
};

export class Cases {
  #nodes;
  #tokens = {};
  told = [];
  batches = [];

  constructor(nodes) {
    this.#nodes = nodes;
  }

  async prepare() {
    await this.renew();
    for (const [key, bpmnXml] of Object.entries(MODELS)) {
      const process = await this.#ask("designer", "POST", "/processes", { name: key, key, bpmnXml });
      must(process.status === 201, process.text);
      const published = await this.#ask("designer", "POST", `/processes/${process.json.id}/publish`, {});
      must(published.status === 201, published.text);
    }
  }

  /** Tokens last for minutes, a run for longer. */
  async renew() {
    for (const person of ["designer", "employee", "employee2", "manager"]) this.#tokens[person] = await this.#nodes.login(person);
  }

  #ask(person, method, path, body, key) {
    return this.#nodes.insist(this.#tokens[person], method, path, body, key && { "Idempotency-Key": key });
  }

  /** One case from start to response; what is told is written down as soon as it is told. */
  async approval(client, number) {
    const one = { key: `${APPROVAL}-${client}-${number}`, execution: undefined, responded: false };
    this.told.push(one);
    const started = await this.#start(one.key);
    must(started.status === 201, `start of ${one.key}: ${started.status} ${started.text}`);
    one.execution = started.json.id;
    const tasks = await this.#ask("employee", "GET", `/tasks?view=group&executionId=${one.execution}`);
    const task = tasks.json.items?.[0]?.id;
    must(task, `no task for ${one.key}: ${tasks.text}`);
    const assignee = await this.#race(one, task);
    if (!assignee) return;
    const response = await this.#ask(assignee, "PUT", `/tasks/${task}/respond`, { variables: { approved: true } });
    // A 409 says that an earlier attempt, whose answer the kill swallowed, had been accepted.
    must(response.status === 200 || response.status === 409, `response of ${one.key}: ${response.status} ${response.text}`);
    one.responded = true;
  }

  #start(key) {
    return this.#ask("employee", "POST", "/executions", { processKey: APPROVAL, businessKey: key }, key);
  }

  /** Two people claim a task on two nodes at the same moment: at most one is told that it is theirs, and it is. */
  async #race(one, task) {
    const people = ["employee", "employee2"];
    const claims = await Promise.all(
      people.map((assignee, i) =>
        this.#nodes.call(this.#nodes.all[i], this.#tokens[assignee], "PUT", `/tasks/${task}/assign`, { assignee }).catch(() => ({ status: 0 }))));
    must(claims.filter((c) => c.status === 200).length <= 1, `two people claimed the task of ${one.key}`);
    const now = await this.#ask("employee", "GET", `/tasks/${task}`);
    const winner = claims.findIndex((c) => c.status === 200);
    must(winner < 0 || now.json.assignee === people[winner], `the claim of ${one.key} is lost: ${now.text}`);
    return now.json.assignee;
  }

  /** Several are started as one; the first gets its message, the others are cancelled by a bulk job. */
  async payments(client, number) {
    const batch = { key: `${PAYMENT}-${client}-${number}`, executions: undefined, paid: false, bulk: undefined };
    this.batches.push(batch);
    const started = await this.#startAll(batch);
    must(started.status === 201 && started.json.items.length === BATCH, `batch ${batch.key}: ${started.status} ${started.text}`);
    batch.executions = started.json.items.map((item) => item.id);
    const paid = await this.#pay(batch);
    must(paid.status === 200, `message of ${batch.key}: ${paid.status} ${paid.text}`);
    batch.paid = true;
    const job = await this.#cancel(batch);
    must(job.status < 300, `bulk job of ${batch.key}: ${job.status} ${job.text}`);
    batch.bulk = job.json.id;
  }

  #startAll({ key }) {
    const items = Array.from({ length: BATCH }, (_, i) => ({ processKey: PAYMENT, businessKey: `${key}-${i}` }));
    return this.#ask("employee", "POST", "/executions/batch", { items }, key);
  }

  #pay({ key }) {
    return this.#ask("manager", "POST", "/executions/messages", { name: "durability-paid", businessKey: `${key}-0`, variables: { approved: true } }, `${key}-paid`);
  }

  #cancel({ key, executions }) {
    return this.#ask("manager", "POST", "/executions/bulk", { action: "CANCEL", ids: executions.slice(1), reason: "Not paid" }, `${key}-bulk`);
  }

  async compare() {
    const comparisons = [...this.told.map((one) => () => this.#compareOne(one)), ...this.batches.map((batch) => () => this.#compareBatch(batch))];
    const some = async () => {
      for (let next = comparisons.pop(); next; next = comparisons.pop()) await next();
    };
    await Promise.all([some(), some(), some(), some()]);
  }

  async #compareOne(one) {
    // A start that nobody heard of may be there or not, but its key must then lead to one execution.
    const again = await this.#start(one.key);
    must(again.status === 201 && (!one.execution || again.json.id === one.execution), `the key of ${one.key} gives ${again.status} ${again.json.id}`);
    await this.#isThereOnce(one.key, again.json.id);
    if (one.responded) await this.#booked(one.key, one.execution);
  }

  async #isThereOnce(key, execution) {
    const found = await this.#ask("employee", "GET", `/executions?businessKey=${key}`);
    must(found.json.items.length === 1, `${found.json.items.length} executions of ${key}`);
    must(!execution || found.json.items[0].id === execution, `${key} is another execution than the answer said`);
  }

  async #compareBatch(batch) {
    const again = await this.#startAll(batch);
    const ids = again.json.items?.map((item) => item.id);
    must(ids?.length === BATCH && (!batch.executions || ids.join() === batch.executions.join()), `the key of ${batch.key} gives ${again.text}`);
    for (const [i, id] of ids.entries()) await this.#isThereOnce(`${batch.key}-${i}`, id);
    if (!batch.paid) return;
    const paid = await this.#pay(batch);
    must(paid.status === 200, `the key of the message of ${batch.key} gives ${paid.status} ${paid.text}`);
    await this.#booked(batch.key, batch.executions[0]);
    if (!batch.bulk) return;
    const job = await this.#cancel(batch);
    must(job.json.id === batch.bulk, `the key of the bulk job of ${batch.key} gives ${job.status} ${job.text}`);
    const ended = await this.#until("manager", `/bulk/${batch.bulk}`, (b) => b.status === "FINISHED");
    must(ended.json.failed === 0 && ended.json.pending === 0 && ended.json.done === BATCH - 1, `the bulk job of ${batch.key}: ${ended.text}`);
    for (const id of batch.executions.slice(1)) await this.#until("employee", `/executions/${id}`, (e) => e.status === "CANCELLED");
  }

  /** The job behind the wait ran, and ran once. */
  async #booked(key, execution) {
    await this.#until("employee", `/executions/${execution}`, (e) => e.status === "COMPLETED");
    const history = await this.#ask("employee", "GET", `/executions/${execution}/history?limit=200`);
    const booked = history.json.items.filter((e) => e.activityId === "e2" && e.type === "ACTIVITY_COMPLETED");
    must(booked.length === 1, `the job of ${key} ran ${booked.length} times: ${history.text.slice(0, 2000)}`);
  }

  /** What is accepted may still be under way: two minutes, in which jobs of a dead node come free. */
  async #until(person, path, right) {
    for (let attempt = 0; ; attempt++) {
      const answer = await this.#ask(person, "GET", path);
      if (right(answer.json)) return answer;
      must(attempt < 600, `${path} is still ${answer.text}`);
      await pause(200);
    }
  }
}
