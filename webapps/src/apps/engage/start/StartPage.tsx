import { Button, Search, SkeletonText } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProcessView } from '../../../shared/api/schema';
import { EmptyState } from '../../../shared/ui/EmptyState';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';
import { useProcessNames } from '../tasks.queries';
import { StartDialog } from './StartDialog';

/** The published processes that one may start. */
export default function StartPage() {
  const { t } = useTranslation();
  const processes = useProcessNames();
  const [q, setQ] = useState('');
  const [starting, setStarting] = useState<ProcessView | null>(null);
  const wanted = q.trim().toLocaleLowerCase();
  const found = (processes.data ?? []).filter((process) =>
    `${process.name} ${process.key} ${process.description ?? ''} ${process.tags?.join(' ')}`
      .toLocaleLowerCase()
      .includes(wanted),
  );
  return (
    <div className="fm-page">
      <h1>{t('engage.start.title')}</h1>
      <Search
        id="start-q"
        className="en-short"
        labelText={t('engage.start.search')}
        placeholder={t('engage.start.search')}
        value={q}
        onChange={(event) => setQ(event.target.value)}
      />
      {processes.isPending && <SkeletonText paragraph lineCount={4} />}
      {processes.error && <ProblemNotice problem={processes.error} retry={() => void processes.refetch()} />}
      {processes.data && found.length === 0 && (
        <EmptyState title={t('engage.start.none')} text={t(wanted ? 'engage.start.noneFound' : 'engage.start.noneText')} />
      )}
      <ul className="en-cards">
        {found.map((process) => (
          <li key={process.id}>
            <h2>{process.name}</h2>
            <p className="fm-hint">{process.description ?? process.key}</p>
            <Button size="sm" kind="tertiary" onClick={() => setStarting(process)}>
              {t('engage.start.start')}
              <span className="cds--visually-hidden"> {process.name}</span>
            </Button>
          </li>
        ))}
      </ul>
      {starting && <StartDialog process={starting} onClose={() => setStarting(null)} />}
    </div>
  );
}
