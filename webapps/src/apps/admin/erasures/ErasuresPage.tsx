import { Button } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, body } from '../../../shared/api/client';
import type { ErasureReport } from '../../../shared/api/schema';
import { useSession } from '../../../shared/session/SessionGate';
import { PagedTable } from '../../../shared/ui/PagedTable';
import { usePages } from '../../../shared/ui/pages';
import { Time } from '../../../shared/ui/Time';
import { EraseDialog } from './EraseDialog';
import { changesIn } from './report';

/** Persons whose data was erased, without saying who they were. */
export function ErasuresPage() {
  const { t } = useTranslation();
  const { tenant } = useSession();
  const reports = usePages<ErasureReport>(['erasures', tenant, 'list'], (cursor) =>
    body(api.GET('/audit/erasures', { params: { query: { cursor, count: 'true' } } })),
  );
  const [asks, setAsks] = useState(false);
  return (
    <div className="fm-page">
      <div className="fm-page-head">
        <h1>{t('admin.nav.erasures')}</h1>
        <Button size="sm" kind="danger--tertiary" onClick={() => setAsks(true)}>
          {t('admin.erasures.ask')}
        </Button>
      </div>
      <PagedTable<ErasureReport>
        label={t('admin.nav.erasures')}
        pages={reports}
        idOf={(report) => report.id ?? ''}
        empty={{ title: t('admin.erasures.none'), text: t('admin.erasures.noneText') }}
        columns={[
          {
            key: 'pseudonym',
            header: t('admin.erasures.pseudonym'),
            cell: (report) => <Link to={`/admin/erasures/${report.id}`}>{report.pseudonym}</Link>,
          },
          { key: 'at', header: t('admin.bulk.at'), cell: (report) => <Time at={report.at} exact /> },
          { key: 'by', header: t('admin.bulk.by'), cell: (report) => report.by },
          { key: 'reason', header: t('admin.held.reason'), cell: (report) => report.reason ?? '–' },
          {
            key: 'changes',
            header: t('admin.erasures.changes'),
            cell: (report) => changesIn(report).reduce((sum, change) => sum + change.count, 0),
          },
        ]}
      />
      {asks && <EraseDialog onClose={() => setAsks(false)} />}
    </div>
  );
}
