import { Button, InlineNotification, TextInput } from '@carbon/react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../shared/api/client';
import type { AuditEntry } from '../../../shared/api/schema';
import { useSession } from '../../../shared/session/SessionGate';
import { DateTimeInput } from '../../../shared/ui/DateTimeInput';
import { PagedTable } from '../../../shared/ui/PagedTable';
import { usePages } from '../../../shared/ui/pages';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';
import { Time } from '../../../shared/ui/Time';
import { useUrlFilters } from '../../../shared/ui/useUrlFilters';

const TEXTS = ['q', 'by', 'action', 'subject'] as const;

/** Who did what, and whether the record is whole. */
export function AuditPage() {
  const { t } = useTranslation();
  const { tenant } = useSession();
  const filters = useUrlFilters();
  const query = {
    q: filters.one('q'),
    by: filters.one('by'),
    action: filters.one('action'),
    subject: filters.one('subject'),
    from: filters.one('from'),
    until: filters.one('until'),
  };
  const entries = usePages<AuditEntry>(['audit', tenant, query], (cursor) =>
    body(api.GET('/audit', { params: { query: { ...query, cursor } } })),
  );
  return (
    <div className="fm-page">
      <h1>{t('admin.nav.audit')}</h1>
      <Verification />
      <search className="fm-filters">
        {TEXTS.map((name) => (
          <TextInput
            key={name}
            id={`audit-${name}`}
            labelText={t(`admin.audit.filter.${name}`)}
            defaultValue={filters.one(name) ?? ''}
            onBlur={(event) => filters.set({ [name]: event.target.value.trim() })}
            onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
          />
        ))}
        <DateTimeInput
          label={t('admin.audit.from')}
          value={query.from}
          change={(from) => filters.set({ from })}
        />
        <DateTimeInput
          label={t('admin.audit.until')}
          value={query.until}
          change={(until) => filters.set({ until })}
        />
      </search>
      <PagedTable<AuditEntry>
        label={t('admin.nav.audit')}
        pages={entries}
        idOf={(entry) => entry.id ?? ''}
        empty={{ title: t('admin.audit.none') }}
        columns={[
          { key: 'at', header: t('admin.bulk.at'), cell: (entry) => <Time at={entry.at} exact /> },
          {
            key: 'actor',
            header: t('admin.bulk.by'),
            cell: (entry) =>
              [entry.actorName ?? entry.actor, entry.onBehalfOf].filter(Boolean).join(' → '),
          },
          { key: 'action', header: t('admin.audit.filter.action'), cell: (entry) => entry.action },
          { key: 'subject', header: t('admin.audit.filter.subject'), cell: (entry) => entry.subject },
          {
            key: 'detail',
            header: t('admin.history.detail'),
            cell: ({ detail, before, after }) => (
              <details>
                <summary>{t('admin.history.detail')}</summary>
                <pre className="fm-code">{JSON.stringify({ detail, before, after }, null, 2)}</pre>
              </details>
            ),
          },
        ]}
      />
    </div>
  );
}

function Verification() {
  const { t } = useTranslation();
  const verify = useMutation({ mutationFn: () => body(api.GET('/audit/verify')) });
  return (
    <div aria-live="polite">
      <Button kind="tertiary" size="sm" disabled={verify.isPending} onClick={() => verify.mutate()}>
        {t('admin.audit.verify')}
      </Button>
      {verify.error && <ProblemNotice problem={verify.error} />}
      {verify.data && (
        <InlineNotification
          kind={verify.data.intact ? 'success' : 'error'}
          lowContrast
          hideCloseButton
          title={t(verify.data.intact ? 'admin.audit.intact' : 'admin.audit.broken')}
          subtitle={
            verify.data.firstBreak?.detail ??
            t('admin.audit.sealed', { sealed: verify.data.sealed, unsealed: verify.data.unsealed })
          }
        />
      )}
    </div>
  );
}
