import { Modal, Search } from '@carbon/react';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useSession } from '../shared/session/SessionGate';
import { ProblemNotice } from '../shared/ui/ProblemNotice';
import type { appsFor } from './apps';
import { findEverywhere, SHORTEST, type Hit } from './search';

interface Props {
  apps: ReturnType<typeof appsFor>;
  onClose: () => void;
}

/** One search over everything that the user may see, and over the places to go. */
export function SearchDialog({ apps, onClose }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { roles, tenant } = useSession();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const q = useDeferredValue(text.trim());
  const found = useQuery({
    queryKey: ['search', tenant, q],
    queryFn: () => findEverywhere(q, roles),
    enabled: q.length >= SHORTEST,
  });

  const places: Hit[] = apps
    .map((app) => ({
      kind: 'command' as const,
      title: t(`app.${app.id}`),
      text: t(`appText.${app.id}`),
      to: `/${app.id}`,
    }))
    .filter((place) => place.title.toLowerCase().includes(q.toLowerCase()));
  const hits = [...(q.length >= SHORTEST ? (found.data ?? []) : []), ...places];

  function go(hit: Hit | undefined) {
    if (hit) {
      void navigate(hit.to);
      onClose();
    }
  }

  function pressed(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step) {
      event.preventDefault();
      setAt((now) => Math.min(Math.max(now + step, 0), hits.length - 1));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      go(hits[at]);
    }
  }

  return (
    <Modal open passiveModal modalHeading={t('shell.search')} onRequestClose={onClose} className="fm-search">
      <Search
        size="lg"
        labelText={t('shell.searchText')}
        placeholder={t('shell.searchText')}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={pressed}
        data-modal-primary-focus
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls="fm-hits"
        aria-activedescendant={hits[at] ? `fm-hit-${at}` : undefined}
      />
      {found.error && <ProblemNotice problem={found.error} />}
      <ul id="fm-hits" role="listbox" aria-label={t('shell.search')} className="fm-hits">
        {hits.map((hit, index) => (
          <li
            key={hit.kind + hit.to}
            id={`fm-hit-${index}`}
            role="option"
            aria-selected={index === at}
            onClick={() => go(hit)}
            onMouseMove={() => setAt(index)}
          >
            <span>{hit.title}</span>
            <span className="fm-hint">
              {t(`kind.${hit.kind}`)} · {hit.text}
            </span>
          </li>
        ))}
      </ul>
      <p className="fm-hint" role="status">
        {q.length < SHORTEST
          ? t('shell.searchHint')
          : found.isSuccess && found.data.length === 0 && t('shell.searchNothing', { q })}
      </p>
    </Modal>
  );
}
