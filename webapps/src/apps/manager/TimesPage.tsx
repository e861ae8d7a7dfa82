import { Select, SelectItem, Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@carbon/react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../shared/ui/EmptyState';
import { TableSkeleton } from '../../shared/ui/PagedTable';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import { useUrlFilters } from '../../shared/ui/useUrlFilters';
import { spanText, timesBy, type Times } from './times';
import { useDoneTasks } from './tasks.queries';

const BY = { person: 'completedBy', process: 'processName', task: 'name' } as const;
type By = keyof typeof BY;

/** How long tasks took that were completed lately. */
export function TimesPage() {
  const { t } = useTranslation();
  const filters = useUrlFilters();
  const done = useDoneTasks();
  const by = (Object.keys(BY) as By[]).find((known) => known === filters.one('by')) ?? 'person';
  return (
    <div className="fm-page">
      <h1>{t('manager.nav.times')}</h1>
      <div className="fm-filters">
        <Select
          id="by"
          labelText={t('manager.times.by')}
          value={by}
          onChange={(event) => filters.set({ by: event.target.value })}
        >
          {(Object.keys(BY) as By[]).map((one) => (
            <SelectItem key={one} value={one} text={t(`manager.times.${one}`)} />
          ))}
        </Select>
      </div>
      {done.isPending && <TableSkeleton label={t('table.loading')} columns={5} />}
      {done.error && <ProblemNotice problem={done.error} retry={() => void done.refetch()} />}
      {done.data && (
        <>
          <p className="fm-hint">{t('manager.times.of', { count: done.data.items.length })}</p>
          <TimesTable by={by} times={timesBy(done.data.items, (task) => task[BY[by]])} />
        </>
      )}
    </div>
  );
}

function TimesTable({ by, times }: { by: By; times: Times[] }) {
  const { t, i18n } = useTranslation();
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' });
  if (times.length === 0) {
    return <EmptyState title={t('manager.times.none')} />;
  }
  return (
    <div className="fm-table-scroll" role="region" aria-label={t('manager.nav.times')} tabIndex={0}>
      <Table size="sm" aria-label={t('manager.nav.times')}>
        <TableHead>
          <TableRow>
            <TableHeader>{t(`manager.times.${by}`)}</TableHeader>
            {(['count', 'median', 'slow', 'inTime'] as const).map((column) => (
              <TableHeader key={column}>{t(`manager.times.${column}`)}</TableHeader>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {times.map((one) => (
            <TableRow key={one.name}>
              <TableCell>{one.name}</TableCell>
              <TableCell>{one.count}</TableCell>
              <TableCell>{spanText(one.median, i18n.language)}</TableCell>
              <TableCell>{spanText(one.slow, i18n.language)}</TableCell>
              <TableCell>{one.inTime === undefined ? '–' : percent.format(one.inTime)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
