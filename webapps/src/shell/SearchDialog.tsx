import { InlineLoading, Modal, Search } from '@carbon/react';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ProblemNotice } from '../shared/ui/ProblemNotice';
import type { appsFor } from './apps';
import { commandsFor } from './commands';
import { SHORTEST } from './search';
import { useSearch } from './useSearch';

interface Props {
  apps: ReturnType<typeof appsFor>;
  onShortcuts: () => void;
  onClose: () => void;
}

/** One search over everything that the user may see, over the places to go, and over commands. */
export default function SearchDialog({ apps, onShortcuts, onClose }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const text = typed.trim();
  const goTo = (address: string) => void navigate(address);
  const { hits, isSearching, failures } = useSearch(text);

  // The commands stand first and stay where they are while lists answer one after the other.
  const entries = [
    ...commandsFor(text, t, { apps, goTo, showShortcuts: onShortcuts }),
    ...hits.map((hit) => ({ ...hit, id: hit.kind + hit.to, run: () => goTo(hit.to) })),
  ];

  function choose(index: number) {
    const entry = entries[index];
    if (entry) {
      onClose();
      entry.run();
    }
  }

  function pressed(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step) {
      event.preventDefault();
      const next = Math.min(Math.max(at + step, 0), entries.length - 1);
      setAt(next);
      document.getElementById(`fm-hit-${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(at);
    }
  }

  return (
    <Modal open passiveModal modalHeading={t('shell.search')} onRequestClose={onClose} className="fm-search">
      <Search
        size="lg"
        labelText={t('shell.searchText')}
        placeholder={t('shell.searchText')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={pressed}
        data-modal-primary-focus
        role="combobox"
        aria-expanded={entries.length > 0}
        aria-controls="fm-hits"
        aria-activedescendant={entries[at] ? `fm-hit-${at}` : undefined}
      />
      <ul id="fm-hits" role="listbox" aria-label={t('shell.search')} className="fm-hits">
        {entries.map((entry, index) => (
          <li
            key={entry.id}
            id={`fm-hit-${index}`}
            role="option"
            aria-selected={index === at}
            onClick={() => choose(index)}
            onMouseMove={() => setAt(index)}
          >
            <span>{entry.title}</span>
            <span className="fm-hint">{[t(`kind.${entry.kind}`), entry.text].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
      {failures.map(({ kind, problem }) => (
        <section key={kind} aria-label={t(`kind.${kind}`)}>
          <p>{t('shell.searchFailed', { kind: t(`kind.${kind}`) })}</p>
          <ProblemNotice problem={problem} />
        </section>
      ))}
      <div className="fm-hint" role="status">
        {isSearching ? (
          <InlineLoading description={t('shell.searching')} />
        ) : text.length < SHORTEST ? (
          t('shell.searchHint')
        ) : (
          entries.length === 0 && t('shell.searchNothing', { q: text })
        )}
      </div>
    </Modal>
  );
}
