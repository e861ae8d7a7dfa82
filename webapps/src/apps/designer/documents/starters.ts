/** What a new file begins with. */
export function starter(kind: 'dmn' | 'form', name: string): string {
  const id = idOf(name);
  return kind === 'form' ? form(id, name) : decision(id, name);
}

function form(id: string, name: string): string {
  const components = [
    { id: 'Title', type: 'text', text: `# ${name}` },
    { id: 'Comment', key: 'comment', type: 'textarea', label: 'Comment' },
  ];
  return JSON.stringify({ type: 'default', id, schemaVersion: 19, components }, null, 2);
}

function decision(id: string, name: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/" xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="${id}-model" name="${escaped(name)}" namespace="http://camunda.org/schema/1.0/dmn">
  <decision id="${id}" name="${escaped(name)}" camunda:historyTimeToLive="180">
    <decisionTable id="${id}-table" hitPolicy="FIRST">
      <input id="${id}-input" label="Amount">
        <inputExpression id="${id}-expression" typeRef="double">
          <text>amount</text>
        </inputExpression>
      </input>
      <output id="${id}-output" label="Result" name="result" typeRef="string" />
      <rule id="${id}-rule">
        <inputEntry id="${id}-when"><text></text></inputEntry>
        <outputEntry id="${id}-then"><text>"ok"</text></outputEntry>
      </rule>
    </decisionTable>
  </decision>
  <dmndi:DMNDI>
    <dmndi:DMNDiagram>
      <dmndi:DMNShape dmnElementRef="${id}">
        <dc:Bounds height="80" width="180" x="300" y="200" />
      </dmndi:DMNShape>
    </dmndi:DMNDiagram>
  </dmndi:DMNDI>
</definitions>
`;
}

/** A name that BPMN may refer to. */
export function idOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return /^[a-z]/.test(plain) ? plain : `decision-${plain}`.replace(/-$/, '');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
