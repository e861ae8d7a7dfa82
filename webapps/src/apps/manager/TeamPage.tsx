import {
  InlineNotification,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@carbon/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../../shared/ui/EmptyState';
import { TableSkeleton } from '../../shared/ui/PagedTable';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import { Time } from '../../shared/ui/Time';
import { workloads, type Workload } from './board';
import { useOpenTasks } from './tasks.queries';

/** Who has how much to do, and how much of it is late. */
export function TeamPage() {
  const { t } = useTranslation();
  const open = useOpenTasks();
  return (
    <div className="fm-page">
      <h1>{t('manager.nav.team')}</h1>
      {open.isPending && <TableSkeleton label={t('table.loading')} columns={5} />}
      {open.error && <ProblemNotice problem={open.error} retry={() => void open.refetch()} />}
      {open.data && !open.data.isComplete && (
        <InlineNotification
          kind="info"
          lowContrast
          hideCloseButton
          title={t('manager.team.cut', { count: open.data.items.length })}
        />
      )}
      {open.data && <Board loads={workloads(open.data.items)} />}
    </div>
  );
}

function Board({ loads }: { loads: Workload[] }) {
  const { t } = useTranslation();
  const columns = ['person', 'open', 'overdue', 'atRisk', 'escalated', 'oldest'] as const;
  if (loads.length === 0) {
    return <EmptyState title={t('manager.team.none')} />;
  }
  return (
    <div className="fm-table-scroll" role="region" aria-label={t('manager.nav.team')} tabIndex={0}>
      <Table size="sm" aria-label={t('manager.nav.team')}>
        <TableHead>
          <TableRow>
            {columns.map((column) => (
              <TableHeader key={column}>{t(`manager.team.${column}`)}</TableHeader>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {loads.map((load) => (
            <TableRow key={load.person ?? ''}>
              <TableCell>
                {load.person === null ? (
                  t('manager.task.nobody')
                ) : (
                  <Link to={`/manager/team/${encodeURIComponent(load.person)}`}>{load.person}</Link>
                )}
              </TableCell>
              <TableCell>{load.open}</TableCell>
              <TableCell>{load.overdue}</TableCell>
              <TableCell>{load.atRisk}</TableCell>
              <TableCell>{load.escalated}</TableCell>
              <TableCell>
                <Time at={load.oldest} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
