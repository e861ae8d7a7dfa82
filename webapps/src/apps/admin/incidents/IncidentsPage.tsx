import { Button, InlineNotification } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../../../shared/ui/EmptyState';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';
import { TableSkeleton } from '../../../shared/ui/PagedTable';
import { Time } from '../../../shared/ui/Time';
import { BulkDialog } from '../bulk/BulkDialog';
import { causesOf, type Cause } from './groups';
import { MOST, useBroken } from './incidents.queries';

const NAMED = 8;

/** What is broken, by cause: one fix and one retry for all that have it. */
export function IncidentsPage() {
  const { t } = useTranslation();
  const broken = useBroken();
  return (
    <div className="fm-page">
      <h1>{t('admin.nav.incidents')}</h1>
      {broken.isPending && <TableSkeleton label={t('table.loading')} columns={2} />}
      {broken.error && (
        <ProblemNotice problem={broken.error} retry={() => void broken.refetch()} />
      )}
      {broken.data && !broken.data.isComplete && (
        <InlineNotification
          kind="info"
          lowContrast
          hideCloseButton
          title={t('admin.incidents.cut', { count: MOST })}
        />
      )}
      {broken.data && <Causes causes={causesOf(broken.data.items)} />}
    </div>
  );
}

function Causes({ causes }: { causes: Cause[] }) {
  const { t } = useTranslation();
  const [retried, setRetried] = useState<Cause | null>(null);
  if (causes.length === 0) {
    return <EmptyState title={t('admin.incidents.none')} text={t('admin.incidents.noneText')} />;
  }
  return (
    <>
      <ul className="fm-incidents">
        {causes.map((cause) => (
          <li key={cause.key}>
            <div className="fm-page-head">
              <h2>{cause.message || t('admin.incidents.noMessage')}</h2>
              <Button size="sm" kind="tertiary" onClick={() => setRetried(cause)}>
                {t('admin.incidents.retryAll', { count: cause.executions.length })}
              </Button>
            </div>
            <p className="fm-hint">
              {cause.process} · {cause.activity} · {t('admin.incidents.first')}{' '}
              <Time at={cause.since} />
            </p>
            <p className="fm-row">
              {cause.executions.slice(0, NAMED).map((execution) => (
                <Link key={execution.id} to={`/admin/executions/${execution.id}?tab=incidents`}>
                  {execution.name}
                </Link>
              ))}
              {cause.executions.length > NAMED &&
                t('admin.incidents.andMore', { count: cause.executions.length - NAMED })}
            </p>
          </li>
        ))}
      </ul>
      {retried && (
        <BulkDialog
          action="RETRY"
          target={{ ids: retried.executions.map((execution) => execution.id) }}
          count={retried.executions.length}
          onClose={() => setRetried(null)}
        />
      )}
    </>
  );
}
