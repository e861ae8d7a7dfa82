import { Button, Search, Select, SelectItem } from '@carbon/react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProcessFilter, ProcessStatus } from './processes.queries';

const STATUSES: ProcessStatus[] = ['DRAFT', 'PUBLISHED', 'ARCHIVED'];
const TYPING_MS = 250;

interface Props {
  filter: ProcessFilter;
  setFilter: (change: Partial<ProcessFilter>) => void;
  total: number | undefined;
}

/** What the list of processes is narrowed to. */
export function ListFilter({ filter, setFilter, total }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState(filter.q);
  useEffect(() => {
    const timer = window.setTimeout(() => text !== filter.q && setFilter({ q: text }), TYPING_MS);
    return () => window.clearTimeout(timer);
  }, [text, filter.q, setFilter]);
  return (
    <div className="dsg-filter">
      <Search
        labelText={t('designer.find')}
        placeholder={t('designer.find')}
        size="md"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onClear={() => setText('')}
      />
      <Select
        id="dsg-status"
        labelText={t('designer.status')}
        inline
        value={filter.status}
        onChange={(event) => setFilter({ status: event.target.value as ProcessStatus | '' })}
      >
        <SelectItem value="" text={t('designer.allStatuses')} />
        {STATUSES.map((status) => (
          <SelectItem key={status} value={status} text={t(`designer.state.${status}`)} />
        ))}
      </Select>
      {filter.tag && (
        <Button kind="ghost" size="md" onClick={() => setFilter({ tag: '' })}>
          {t('designer.withoutTag', { tag: filter.tag })}
        </Button>
      )}
      {total != null && (
        <span className="fm-hint" aria-live="polite">
          {t('designer.count', { count: total })}
        </span>
      )}
    </div>
  );
}
