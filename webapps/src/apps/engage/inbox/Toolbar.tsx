import { Search, Select, SelectItem } from '@carbon/react';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyDialog } from '../../../shared/ui/lazyDialog';
import { useProcessNames } from '../tasks.queries';
import { ColumnPicker } from './ColumnPicker';
import { ConditionButton } from './Conditions';
import type { InboxParams } from './params';

const SavedFilters = lazyDialog(async () => (await import('./SavedFilters')).SavedFilters);
const TYPING_MS = 250;

interface Props {
  params: InboxParams;
  onChange: (change: Partial<InboxParams>) => void;
}

/** Narrows the list down. */
export function Toolbar({ params, onChange }: Props) {
  const { t } = useTranslation();
  const processes = useProcessNames().data ?? [];
  const [typed, setTyped] = useState(params.q ?? '');
  const [before, setBefore] = useState(params.q);
  const [sent, setSent] = useState(params.q);
  if (before !== params.q) {
    setBefore(params.q);
    // The address changed otherwise: a saved filter, the way back, a link.
    if (params.q !== sent) {
      setTyped(params.q ?? '');
    }
  }
  const search = useEffectEvent((q: string | undefined) => {
    if (q !== params.q) {
      setSent(q);
      onChange({ q });
    }
  });
  useEffect(() => {
    const timer = window.setTimeout(() => search(typed.trim() || undefined), TYPING_MS);
    return () => window.clearTimeout(timer);
  }, [typed]);

  return (
    <div className="en-toolbar" role="search">
      <Search
        id="inbox-q"
        size="md"
        labelText={t('engage.search')}
        placeholder={t('engage.search')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Select
        id="inbox-process"
        size="md"
        hideLabel
        labelText={t('engage.column.process')}
        value={params.process ?? ''}
        onChange={(event) => onChange({ process: event.target.value || undefined })}
      >
        <SelectItem value="" text={t('engage.allProcesses')} />
        {processes.map((process) => (
          <SelectItem key={process.key} value={process.key ?? ''} text={process.name ?? process.key ?? ''} />
        ))}
      </Select>
      <SavedFilters params={params} onChange={onChange} />
      <div className="en-filters">
        <ConditionButton params={params} onChange={onChange} />
        <ColumnPicker />
      </div>
    </div>
  );
}
