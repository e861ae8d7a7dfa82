import { Select, SelectItem, Tag } from '@carbon/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Notification } from '../../../shared/api/schema';
import { PagedTable } from '../../../shared/ui/PagedTable';
import { Time } from '../../../shared/ui/Time';
import { useUrlFilters } from '../../../shared/ui/useUrlFilters';
import { STATUSES, useNotifications } from './notifications.queries';

const COLOURS = { QUEUED: 'blue', SENT: 'green', DELIVERED: 'green', FAILED: 'red', SKIPPED: 'gray' } as const;

/** What was sent to people, and whether it reached them. */
export function NotificationsPage() {
  const { t } = useTranslation();
  const filters = useUrlFilters();
  const status = STATUSES.find((known) => known === filters.one('status'));
  return (
    <div className="fm-page">
      <h1>{t('admin.nav.notifications')}</h1>
      <div className="fm-filters">
        <Select
          id="notification-status"
          labelText={t('admin.executions.status')}
          value={status ?? ''}
          onChange={(event) => filters.set({ status: event.target.value })}
        >
          <SelectItem value="" text={t('admin.any')} />
          {STATUSES.map((one) => (
            <SelectItem key={one} value={one} text={t(`admin.notifications.status.${one}`)} />
          ))}
        </Select>
      </div>
      <PagedTable<Notification>
        label={t('admin.nav.notifications')}
        pages={useNotifications(status)}
        idOf={(one) => one.id ?? ''}
        empty={{
          title: t('admin.notifications.none'),
          text: t(filters.isEmpty ? 'admin.notifications.noneText' : 'admin.executions.noneFits'),
        }}
        columns={[
          {
            key: 'subject',
            header: t('admin.notifications.subject'),
            cell: (one) => (
              <Link to={`/admin/notifications/${one.id}`}>{one.subject ?? t('admin.notifications.noSubject')}</Link>
            ),
          },
          { key: 'to', header: t('admin.notifications.to'), cell: (one) => one.to },
          {
            key: 'channel',
            header: t('admin.notifications.channel'),
            cell: (one) => t(`admin.notifications.channels.${one.channel}`),
          },
          { key: 'topic', header: t('admin.notifications.topic'), cell: (one) => <code>{one.topic}</code> },
          {
            key: 'status',
            header: t('admin.executions.status'),
            cell: (one) => <NotificationStatus notification={one} />,
          },
          { key: 'at', header: t('admin.notifications.at'), cell: (one) => <Time at={one.createdAt} /> },
        ]}
      />
    </div>
  );
}

export function NotificationStatus({ notification }: { notification: Notification }) {
  const { t } = useTranslation();
  const { status = 'QUEUED', code } = notification;
  return (
    <>
      <Tag size="sm" type={COLOURS[status]}>
        {t(`admin.notifications.status.${status}`)}
      </Tag>{' '}
      {code && <span className="fm-hint">{t(`admin.notifications.code.${code}`, { defaultValue: code })}</span>}
    </>
  );
}
