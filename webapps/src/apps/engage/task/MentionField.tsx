import { TextArea } from '@carbon/react';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePeople } from '../people/PersonField';
import { complete, mentionAt } from './mentions';

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  onSend: () => void;
}

/** A text in which an at sign offers colleagues. */
export function MentionField({ label, value, onChange, onSend }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(0);
  const [at, setAt] = useState(0);
  const [isClosed, setClosed] = useState(false);
  const typed = isClosed ? null : mentionAt(value, caret);
  const people = usePeople(typed ?? '', typed !== null).data ?? [];
  const isOpen = typed !== null && people.length > 0;

  function choose(person: string) {
    const done = complete(value, caret, person);
    onChange(done.text);
    setCaret(done.caret);
    requestAnimationFrame(() => field.current?.setSelectionRange(done.caret, done.caret));
  }

  return (
    <div className="en-person">
      <TextArea
        ref={field}
        id={id}
        labelText={label}
        helperText={t('engage.comment.help')}
        rows={3}
        maxLength={4000}
        value={value}
        aria-controls={isOpen ? `${id}-list` : undefined}
        aria-activedescendant={isOpen ? `${id}-${at}` : undefined}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onChange={(event) => {
          onChange(event.target.value);
          setCaret(event.target.selectionStart);
          setAt(0);
          setClosed(false);
        }}
        onKeyDown={(event) => {
          const person = people[at]?.id;
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            // Sends the comment and not the task's answer.
            event.stopPropagation();
            event.preventDefault();
            onSend();
          } else if (isOpen && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
            event.preventDefault();
            const step = event.key === 'ArrowDown' ? 1 : -1;
            setAt((now) => Math.max(0, Math.min(people.length - 1, now + step)));
          } else if (isOpen && event.key === 'Enter' && person) {
            event.preventDefault();
            choose(person);
          } else if (isOpen && event.key === 'Escape') {
            event.stopPropagation();
            setClosed(true);
          }
        }}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={t('engage.person.label')} hidden={!isOpen}>
        {people.map((person, index) => (
          <li
            key={person.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            onMouseDown={(event) => {
              event.preventDefault();
              choose(person.id ?? '');
            }}
          >
            {person.name} <span className="fm-hint">@{person.id}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
