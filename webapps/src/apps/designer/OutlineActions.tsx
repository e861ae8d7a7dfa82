import { Button, Select, SelectItem, TextInput } from '@carbon/react';
import { useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { DiagramElement } from '@shared/bpmn/services';
import { typeName } from './changes';
import type { OutlineLine } from './outline';
import type { OutlineEditing } from './outlineEditing';

const TYPES = [
  'bpmn:UserTask',
  'bpmn:ServiceTask',
  'bpmn:BusinessRuleTask',
  'bpmn:ScriptTask',
  'bpmn:SendTask',
  'bpmn:ReceiveTask',
  'bpmn:CallActivity',
  'bpmn:SubProcess',
  'bpmn:ExclusiveGateway',
  'bpmn:ParallelGateway',
  'bpmn:InclusiveGateway',
  'bpmn:EndEvent',
];
const FIRST = 'bpmn:StartEvent';

interface Props {
  current: OutlineLine | undefined;
  lines: OutlineLine[];
  editing: OutlineEditing;
  nameField: RefObject<HTMLInputElement | null>;
  onDone: (sentence: string, element: DiagramElement) => void;
  onDelete: (line: OutlineLine) => void;
}

/** What can be done with the chosen element: each by its own control, in the order of tabbing. */
export function OutlineActions({ current, lines, editing, nameField, onDone, onDelete }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState(current?.element.businessObject.name ?? '');
  const [type, setType] = useState('bpmn:UserTask');
  const [target, setTarget] = useState('');

  if (!current) {
    return (
      <Button size="sm" onClick={() => onDone(t('editor.outline.started'), editing.insertFirst(FIRST))}>
        {t('editor.outline.start')}
      </Button>
    );
  }
  const { element } = current;
  const targets = lines.filter((line) => line.element !== element && line.element.type !== 'bpmn:Participant');
  const isPool = element.type === 'bpmn:Participant';
  const isEnd = element.type === 'bpmn:EndEvent';
  const label = (of: DiagramElement) => `${typeName(of.type)} ${of.businessObject.name ?? of.id}`;

  function rename() {
    editing.rename(element, name.trim());
    onDone(t('editor.outline.renamed', { name: name.trim() }), element);
  }

  function insert() {
    const made = isPool ? editing.insertFirst(FIRST, element) : editing.insertAfter(element, type);
    onDone(t('editor.outline.inserted', { type: typeName(made.type), name: label(element) }), made);
  }

  function connect() {
    const to = lines.find((line) => line.element.id === target)?.element;
    if (to) {
      const done = editing.connect(element, to);
      onDone(t(done ? 'editor.outline.connected' : 'editor.outline.notConnected', { name: label(to) }), element);
    }
  }

  return (
    <div className="dsg-form" role="group" aria-label={t('editor.outline.chosen', { name: label(element) })}>
      <form
        className="dsg-action"
        onSubmit={(event) => {
          event.preventDefault();
          rename();
        }}
      >
        <TextInput
          id="dsg-outline-name"
          ref={nameField}
          size="sm"
          labelText={t('designer.name')}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" kind="tertiary" size="sm">
          {t('editor.outline.rename')}
        </Button>
      </form>
      {!isEnd && (
        <div className="dsg-action">
          {isPool ? null : (
            <Select id="dsg-outline-type" size="sm" labelText={t('editor.outline.insertWhat')} value={type} onChange={(event) => setType(event.target.value)}>
              {TYPES.map((option) => (
                <SelectItem key={option} value={option} text={typeName(option)} />
              ))}
            </Select>
          )}
          <Button kind="tertiary" size="sm" onClick={insert}>
            {t(isPool ? 'editor.outline.start' : 'editor.outline.insert')}
          </Button>
        </div>
      )}
      {!isEnd && !isPool && targets.length > 0 && (
        <div className="dsg-action">
          <Select id="dsg-outline-target" size="sm" labelText={t('editor.outline.connectTo')} value={target} onChange={(event) => setTarget(event.target.value)}>
            <SelectItem value="" text={t('editor.outline.choose')} />
            {targets.map((line) => (
              <SelectItem key={line.element.id} value={line.element.id} text={label(line.element)} />
            ))}
          </Select>
          <Button kind="tertiary" size="sm" disabled={!target} onClick={connect}>
            {t('editor.outline.connect')}
          </Button>
        </div>
      )}
      <Button kind="danger--tertiary" size="sm" onClick={() => onDelete(current)}>
        {t('action.delete')}
      </Button>
    </div>
  );
}
