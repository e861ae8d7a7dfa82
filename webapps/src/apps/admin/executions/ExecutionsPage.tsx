import { Button } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ExecutionView } from '../../../shared/api/schema';
import { PagedTable, type Column } from '../../../shared/ui/PagedTable';
import { Time } from '../../../shared/ui/Time';
import { useUrlFilters } from '../../../shared/ui/useUrlFilters';
import { BulkDialog, type BulkAction } from '../bulk/BulkDialog';
import { ExecutionFilters } from './ExecutionFilters';
import { useExecutions } from './executions.queries';
import { filterOf } from './filter';
import { StatusTag } from '../../../shared/executions/StatusTag';

const ACTIONS: BulkAction[] = ['RETRY', 'PAUSE', 'RESUME', 'CANCEL'];

/** All executions of the tenant: found by what they are, were given and suffer from. */
export function ExecutionsPage() {
  const { t } = useTranslation();
  const filters = useUrlFilters();
  const filter = filterOf(filters);
  const sort = filters.one('sort') === 'startedAt:asc' ? 'startedAt:asc' : 'startedAt:desc';
  const pages = useExecutions(filter, sort);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [action, setAction] = useState<BulkAction | null>(null);
  const columns = useColumns();
  const total = pages.data?.pages[0]?.total;

  return (
    <div className="fm-page">
      <div className="fm-page-head">
        <h1>{t('admin.nav.executions')}</h1>
        <div className="fm-row" role="group" aria-label={t('admin.bulk.actions')}>
          <span className="fm-hint" aria-live="polite">
            {chosen.size > 0
              ? t('admin.bulk.chosen', { count: chosen.size })
              : t('admin.bulk.allFound')}
          </span>
          {ACTIONS.map((one) => (
            <Button
              key={one}
              kind={one === 'CANCEL' ? 'danger--ghost' : 'ghost'}
              size="sm"
              disabled={!pages.data?.pages[0]?.items?.length}
              onClick={() => setAction(one)}
            >
              {t(`admin.bulk.action.${one}`)}…
            </Button>
          ))}
        </div>
      </div>
      <ExecutionFilters filters={filters} />
      <PagedTable<ExecutionView>
        label={t('admin.nav.executions')}
        columns={columns}
        pages={pages}
        idOf={(row) => row.id ?? ''}
        sorting={{ by: sort, change: (by) => filters.set({ sort: by }) }}
        selection={{
          ids: chosen,
          change: setChosen,
          nameOf: (row) => row.businessKey ?? row.id ?? '',
        }}
        empty={{
          title: t('admin.executions.none'),
          text: t(filters.isEmpty ? 'admin.executions.noneYet' : 'admin.executions.noneFits'),
        }}
      />
      {action && (
        <BulkDialog
          action={action}
          target={chosen.size > 0 ? { ids: [...chosen] } : { filter }}
          count={chosen.size > 0 ? chosen.size : total}
          onClose={() => setAction(null)}
        />
      )}
    </div>
  );
}

export function useColumns(): Column<ExecutionView>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'name',
      header: t('admin.executions.businessKey'),
      cell: (row) => (
        <Link to={`/admin/executions/${row.id}`}>{row.businessKey || row.id}</Link>
      ),
    },
    {
      key: 'process',
      header: t('admin.executions.process'),
      cell: (row) => `${row.processName ?? row.processKey} · ${row.version}`,
    },
    {
      key: 'status',
      header: t('admin.executions.status'),
      cell: (row) => <StatusTag status={row.status} />,
    },
    {
      key: 'at',
      header: t('admin.executions.at'),
      cell: (row) =>
        [...new Set(row.activities?.map((at) => at.name || at.activityId))].join(', ') || '–',
    },
    {
      key: 'incidents',
      header: t('admin.executions.incidents'),
      cell: (row) => row.incidents?.[0]?.message ?? '–',
    },
    {
      key: 'started',
      header: t('admin.executions.started'),
      sort: 'startedAt',
      cell: (row) => <Time at={row.startedAt} />,
    },
    {
      key: 'by',
      header: t('admin.executions.startedBy'),
      cell: (row) => row.startedBy ?? '–',
    },
  ];
}
