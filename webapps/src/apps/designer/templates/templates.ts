/** A choice that a person makes by name. */
export interface Choice {
  name: string;
  value: string;
}

/** What the platform has, as far as elements can use it. */
export interface Supplies {
  forms: Choice[];
  topics: string[];
  decisions: Choice[];
  calendars: Choice[];
}

interface Property {
  label?: string;
  description?: string;
  type: 'String' | 'Hidden' | 'Dropdown';
  value?: string;
  choices?: Choice[];
  optional?: boolean;
  constraints?: { notEmpty: boolean };
  binding: { type: 'property' | 'camunda:property' | 'camunda:inputParameter'; name: string };
}

/** An element template of Camunda 7. */
export interface Template {
  id: string;
  name: string;
  description: string;
  appliesTo: string[];
  elementType: { value: string };
  entriesVisible: true;
  properties: Property[];
}

const PREPARE = 'dxg-prepare';

type Say = (key: string, values?: Record<string, unknown>) => string;

/** The templates that follow from what the platform has. */
export function templatesOf(supplies: Supplies, say: Say): Template[] {
  return [
    userTask('user-task', say, [group(say), form(supplies.forms, say)]),
    userTask('four-eyes', say, [
      group(say),
      form(supplies.forms, say),
      declared('fourEyes', say('templates.fourEyes'), { description: say('templates.fourEyesHint') }),
    ]),
    userTask('due', say, [
      group(say),
      declared('due', say('templates.dueAfter'), { value: 'P2D', description: say('templates.dueHint') }),
      declared('calendar', say('templates.calendar'), choice(supplies.calendars, say)),
    ]),
    ...supplies.topics.filter((topic) => topic !== PREPARE).map((topic) => external(topic, say)),
    ...supplies.decisions.map((decision) => rule(decision, say)),
    prepare(say),
  ];
}

function template(id: string, type: string, name: string, description: string, properties: Property[]): Template {
  return {
    id: `flowmaster.${id}`,
    name,
    description,
    appliesTo: [type],
    elementType: { value: type },
    entriesVisible: true,
    properties,
  };
}

function userTask(id: string, say: Say, properties: Property[]): Template {
  return template(id, 'bpmn:UserTask', say(`templates.${id}`), say(`templates.${id}-text`), properties);
}

function external(topic: string, say: Say): Template {
  return template(`topic.${topic}`, 'bpmn:ServiceTask', say('templates.topic', { topic }), say('templates.topicText'), [
    { type: 'Hidden', value: 'external', binding: { type: 'property', name: 'camunda:type' } },
    { type: 'Hidden', value: topic, binding: { type: 'property', name: 'camunda:topic' } },
  ]);
}

/** The platform's worker that reads a case before a person opens its next task. */
function prepare(say: Say): Template {
  const input = (name: string, label: string, more: Partial<Property>): Property => ({
    type: 'String',
    label,
    ...more,
    binding: { type: 'camunda:inputParameter', name },
  });
  return template(PREPARE, 'bpmn:ServiceTask', say('templates.prepare'), say('templates.prepareText'), [
    { type: 'Hidden', value: 'external', binding: { type: 'property', name: 'camunda:type' } },
    { type: 'Hidden', value: PREPARE, binding: { type: 'property', name: 'camunda:topic' } },
    input('resultVariable', say('templates.result'), { value: 'briefing', constraints: { notEmpty: true } }),
    input('language', say('templates.language'), {
      type: 'Dropdown',
      value: 'en',
      choices: [
        { name: 'English', value: 'en' },
        { name: 'Deutsch', value: 'de' },
      ],
    }),
  ]);
}

function rule({ name, value }: Choice, say: Say): Template {
  return template(`decision.${value}`, 'bpmn:BusinessRuleTask', say('templates.decision', { name }), say('templates.decisionText'), [
    { type: 'Hidden', value, binding: { type: 'property', name: 'camunda:decisionRef' } },
    {
      type: 'String',
      label: say('templates.result'),
      value: 'decision',
      binding: { type: 'property', name: 'camunda:resultVariable' },
    },
    {
      type: 'Dropdown',
      label: say('templates.mapping'),
      value: 'singleResult',
      choices: ['singleEntry', 'singleResult', 'collectEntries', 'resultList'].map((kind) => ({
        name: say(`templates.map.${kind}`),
        value: kind,
      })),
      binding: { type: 'property', name: 'camunda:mapDecisionResult' },
    },
  ]);
}

function group(say: Say): Property {
  return {
    type: 'String',
    label: say('templates.group'),
    constraints: { notEmpty: true },
    binding: { type: 'property', name: 'camunda:candidateGroups' },
  };
}

function form(forms: Choice[], say: Say): Property {
  return {
    label: say('templates.form'),
    ...choice(forms, say),
    binding: { type: 'property', name: 'camunda:formRef' },
  };
}

function declared(name: string, label: string, more: Partial<Property>): Property {
  return { type: 'String', label, ...more, binding: { type: 'camunda:property', name: `flowmaster:${name}` } };
}

/** A list to choose from, and text where there is nothing to choose. */
function choice(choices: Choice[], say: Say): Pick<Property, 'type' | 'choices' | 'value'> {
  return choices.length > 0
    ? { type: 'Dropdown', choices: [{ name: say('templates.none'), value: '' }, ...choices], value: '' }
    : { type: 'String' };
}
