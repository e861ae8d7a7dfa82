import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@carbon/react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api, body } from '../../../shared/api/client';
import { useSession } from '../../../shared/session/SessionGate';
import { Time } from '../../../shared/ui/Time';
import { Waiting } from '../../../shared/ui/Waiting';
import { changesIn } from './report';

/** What one erasure did, and what stays and why. */
export function ErasurePage() {
  const { t } = useTranslation();
  const { tenant } = useSession();
  const { id = '' } = useParams();
  const report = useQuery({
    queryKey: ['erasures', tenant, 'one', id],
    queryFn: () => body(api.GET('/audit/erasures/{id}', { params: { path: { id } } })),
  });
  if (!report.data) {
    return <Waiting query={report} columns={3} />;
  }
  const { pseudonym, at, by, reason, kept } = report.data;
  return (
    <div className="fm-page">
      <h1>{t('admin.erasures.report', { pseudonym })}</h1>
      <dl className="fm-facts">
        <dt>{t('admin.bulk.at')}</dt>
        <dd>
          <Time at={at} exact />
        </dd>
        <dt>{t('admin.bulk.by')}</dt>
        <dd>{by}</dd>
        <dt>{t('admin.held.reason')}</dt>
        <dd>{reason ?? '–'}</dd>
      </dl>
      <h2>{t('admin.erasures.changes')}</h2>
      <div className="fm-table-scroll" role="region" aria-label={t('admin.erasures.changes')} tabIndex={0}>
        <Table size="sm" aria-label={t('admin.erasures.changes')}>
          <TableHead>
            <TableRow>
              {(['area', 'place', 'count'] as const).map((column) => (
                <TableHeader key={column}>{t(`admin.erasures.${column}`)}</TableHeader>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {changesIn(report.data).map((change) => (
              <TableRow key={change.area + change.place}>
                <TableCell>{change.area}</TableCell>
                <TableCell>{change.place}</TableCell>
                <TableCell>{change.count}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
      {kept && kept.length > 0 && (
        <>
          <h2>{t('admin.erasures.kept')}</h2>
          <ul className="fm-faults">
            {kept.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
