import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { BpmnModeler } from '@shared/bpmn/modeler';
import type { Canvas, DiagramElement } from '@shared/bpmn/services';
import { typeName } from './changes';
import { OutlineActions } from './OutlineActions';
import { OutlineEditing } from './outlineEditing';
import { outlineOf, type OutlineLine } from './outline';

interface Selection {
  get(): DiagramElement[];
  select(element: DiagramElement | null): void;
}

/** The model as a tree that is read and edited by keyboard and screen reader alone. */
export function OutlinePanel({ modeler }: { modeler: BpmnModeler }) {
  const { t } = useTranslation();
  const lines = useOutline(modeler);
  const [chosen, setChosen] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const tree = useRef<HTMLUListElement>(null);
  const nameField = useRef<HTMLInputElement>(null);
  const editing = useMemo(() => new OutlineEditing(modeler), [modeler]);
  const index = Math.max(0, lines.findIndex((line) => line.element.id === chosen));
  const current = lines[index];

  const choose = useCallback(
    (element: DiagramElement | undefined, focus = false) => {
      if (!element) {
        return;
      }
      setChosen(element.id);
      modeler.get<Selection>('selection').select(element);
      modeler.get<Canvas>('canvas').scrollToElement(element);
      if (focus) {
        window.requestAnimationFrame(() =>
          tree.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(element.id)}"]`)?.focus(),
        );
      }
    },
    [modeler],
  );

  useEffect(() => {
    const changed = ({ newSelection }: { newSelection: DiagramElement[] }) => {
      const [first] = newSelection;
      if (first) {
        setChosen((first.labelTarget ?? first).id);
      }
    };
    modeler.on('selection.changed', changed);
    return () => modeler.off('selection.changed', changed);
  }, [modeler]);

  function remove(line: OutlineLine) {
    const name = nameOf(line.element, t('editor.unnamed'));
    const neighbour = lines[index + 1] ?? lines[index - 1];
    editing.remove(line.element);
    setSaid(t('editor.outline.deleted', { name }));
    choose(neighbour?.element, true);
  }

  function pressed(event: KeyboardEvent) {
    const moves: Record<string, number> = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: lines.length - 1 };
    const to = moves[event.key];
    if (to !== undefined) {
      event.preventDefault();
      choose(lines[to]?.element, true);
    } else if (event.key === 'Delete' && current) {
      event.preventDefault();
      remove(current);
    } else if ((event.key === 'F2' || event.key === 'Enter') && current) {
      event.preventDefault();
      nameField.current?.focus();
      nameField.current?.select();
    }
  }

  return (
    <div className="dsg-panel">
      <p className="fm-hint">{t('editor.outline.keys')}</p>
      <ul className="dsg-outline" role="tree" aria-label={t('editor.panel.outline')} ref={tree} onKeyDown={pressed}>
        {lines.map((line, at) => (
          <li
            key={line.element.id}
            role="treeitem"
            aria-level={line.level}
            aria-selected={line === current}
            tabIndex={at === index ? 0 : -1}
            data-id={line.element.id}
            style={{ paddingInlineStart: `${line.level}rem` }}
            onClick={() => choose(line.element, true)}
          >
            <span className="fm-hint">{typeName(line.element.type)}</span>{' '}
            <strong>{nameOf(line.element, t('editor.unnamed'))}</strong>
            {line.next.length > 0 && (
              <span className="fm-hint">
                {' '}
                {t('editor.outline.then', {
                  next: line.next.map((next) => nameOf(next, typeName(next.type))).join(', '),
                })}
              </span>
            )}
          </li>
        ))}
      </ul>
      <OutlineActions
        key={current?.element.id ?? 'none'}
        current={current}
        lines={lines}
        editing={editing}
        nameField={nameField}
        onDone={(sentence, element) => {
          setSaid(sentence);
          choose(element, true);
        }}
        onDelete={remove}
      />
      <p role="status" aria-live="polite">
        {said}
      </p>
    </div>
  );
}

export function nameOf(element: DiagramElement, otherwise: string): string {
  return element.businessObject.name || otherwise;
}

/** The outline as the model is now; told again after every command, undo too. */
function useOutline(modeler: BpmnModeler): OutlineLine[] {
  const read = useCallback(() => outlineOf(modeler.get<Canvas>('canvas').getRootElement()), [modeler]);
  const [lines, setLines] = useState(read);
  useEffect(() => {
    const changed = () => setLines(read());
    modeler.on(['commandStack.changed', 'root.set'], changed);
    return () => modeler.off(['commandStack.changed', 'root.set'], changed);
  }, [modeler, read]);
  return lines;
}
