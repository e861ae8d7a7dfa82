import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Notification } from '../../../shared/api/schema';
import { Time } from '../../../shared/ui/Time';
import { Waiting } from '../../../shared/ui/Waiting';
import { NotificationStatus } from './NotificationsPage';
import { useNotification } from './notifications.queries';

/** One message with each attempt to send it. */
export function NotificationPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const read = useNotification(id);
  if (!read.data) {
    return <Waiting query={read} />;
  }
  const one = read.data;
  return (
    <div className="fm-page">
      <div className="fm-row">
        <h1>{one.subject ?? t('admin.notifications.noSubject')}</h1>
        <NotificationStatus notification={one} />
      </div>
      <Facts notification={one} />
      <h2>{t('admin.notifications.attempts')}</h2>
      {one.attempts?.length ? (
        <ol className="fm-history">
          {one.attempts.map((attempt) => (
            <li key={attempt.at}>
              <Time at={attempt.at} exact />
              <span>{attempt.error ?? t('admin.notifications.succeeded')}</span>
            </li>
          ))}
        </ol>
      ) : (
        <p className="fm-hint">{t('admin.notifications.noAttempts')}</p>
      )}
    </div>
  );
}

function Facts({ notification: one }: { notification: Notification }) {
  const { t } = useTranslation();
  return (
    <dl className="fm-facts">
      <dt>{t('admin.notifications.to')}</dt>
      <dd>{one.to}</dd>
      <dt>{t('admin.notifications.channel')}</dt>
      <dd>{t(`admin.notifications.channels.${one.channel}`)}</dd>
      <dt>{t('admin.notifications.topic')}</dt>
      <dd>
        <code>{one.topic}</code>
      </dd>
      {one.template && (
        <>
          <dt>{t('admin.notifications.template')}</dt>
          <dd>
            {one.template}{' '}
            {one.templateVersion != null && t('admin.executions.version', { version: one.templateVersion })}
          </dd>
        </>
      )}
      <dt>{t('admin.notifications.language')}</dt>
      <dd>{one.locale}</dd>
      <dt>{t('admin.notifications.at')}</dt>
      <dd>
        <Time at={one.createdAt} exact /> · {one.createdBy as unknown as string}
      </dd>
      {one.nextAttemptAt && (
        <>
          <dt>{t('admin.notifications.next')}</dt>
          <dd>
            <Time at={one.nextAttemptAt} exact />
          </dd>
        </>
      )}
    </dl>
  );
}
