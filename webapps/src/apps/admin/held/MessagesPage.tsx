import { Button } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, body } from '../../../shared/api/client';
import type { ParkedMessage } from '../../../shared/api/schema';
import { ConfirmDialog } from '../../../shared/ui/ConfirmDialog';
import { PagedTable } from '../../../shared/ui/PagedTable';
import { SearchField } from '../../../shared/ui/SearchField';
import { Time } from '../../../shared/ui/Time';
import { useToasts } from '../../../shared/ui/Toasts';
import { useUrlFilters } from '../../../shared/ui/useUrlFilters';
import { useParked, useRefreshHeld } from './held.queries';

/** Messages that came before anybody waited for them. */
export function MessagesPage() {
  const { t } = useTranslation();
  const filters = useUrlFilters();
  const parked = useParked(filters.one('name'));
  const [dropped, setDropped] = useState<ParkedMessage | null>(null);
  return (
    <div className="fm-page">
      <h1>{t('admin.nav.messages')}</h1>
      <SearchField label={t('admin.held.message.search')} filters={filters} name="name" />
      <PagedTable<ParkedMessage>
        label={t('admin.nav.messages')}
        pages={parked}
        idOf={(message) => message.id ?? ''}
        empty={{ title: t('admin.held.message.none'), text: t('admin.held.message.noneText') }}
        columns={[
          { key: 'name', header: t('admin.variables.name'), cell: (message) => <code>{message.name}</code> },
          { key: 'for', header: t('admin.held.message.for'), cell: (message) => <Receiver message={message} /> },
          {
            key: 'content',
            header: t('admin.variables.title'),
            cell: ({ variables, correlation }) => (
              <details>
                <summary>{t('admin.history.detail')}</summary>
                <pre className="fm-code">{JSON.stringify({ correlation, variables }, null, 2)}</pre>
              </details>
            ),
          },
          { key: 'by', header: t('admin.bulk.by'), cell: (message) => message.sentBy },
          { key: 'since', header: t('admin.users.joined'), cell: (message) => <Time at={message.parkedAt} /> },
          { key: 'ends', header: t('admin.people.key.ends'), cell: (message) => <Time at={message.expiresAt} /> },
          {
            key: 'problem',
            header: t('admin.held.message.problem'),
            cell: (message) =>
              message.problem ? `${message.problem} (${t('admin.held.message.tries', { count: message.tries ?? 0 })})` : '–',
          },
          {
            key: 'actions',
            header: t('admin.actions'),
            cell: (message) => (
              <Button
                kind="danger--ghost"
                size="sm"
                aria-label={t('admin.held.message.dropNamed', { name: message.name })}
                onClick={() => setDropped(message)}
              >
                {t('admin.held.message.drop')}
              </Button>
            ),
          },
        ]}
      />
      {dropped && <DropDialog message={dropped} onClose={() => setDropped(null)} />}
    </div>
  );
}

/** Who may receive it: one execution, those of a business key, or any. */
function Receiver({ message }: { message: ParkedMessage }) {
  const { t } = useTranslation();
  if (message.executionId) {
    return <Link to={`/admin/executions/${message.executionId}`}>{message.executionId}</Link>;
  }
  return message.businessKey ?? t('admin.any');
}

function DropDialog({ message, onClose }: { message: ParkedMessage; onClose: () => void }) {
  const { t } = useTranslation();
  const refresh = useRefreshHeld();
  const toasts = useToasts();
  return (
    <ConfirmDialog
      danger
      title={t('admin.held.message.dropNamed', { name: message.name })}
      text={t('admin.held.message.dropText')}
      confirm={t('admin.held.message.drop')}
      onClose={onClose}
      run={async () => {
        const params = { path: { id: message.id ?? '' } };
        await body(api.DELETE('/executions/messages/parked/{id}', { params }));
        toasts.done(t('admin.held.message.dropped'));
        await refresh();
      }}
    />
  );
}
