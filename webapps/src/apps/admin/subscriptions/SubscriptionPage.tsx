import { Button, Tag } from '@carbon/react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { api, body } from '../../../shared/api/client';
import type { EventDelivery, EventSubscription } from '../../../shared/api/schema';
import { useSession } from '../../../shared/session/SessionGate';
import { ConfirmDialog } from '../../../shared/ui/ConfirmDialog';
import { PagedTable } from '../../../shared/ui/PagedTable';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';
import { Time } from '../../../shared/ui/Time';
import { useToasts } from '../../../shared/ui/Toasts';
import { Waiting } from '../../../shared/ui/Waiting';
import { StatusTag } from './SubscriptionsPage';
import { useDeliveries, useRefreshSubscriptions } from './subscriptions.queries';
import { targetOf } from './target';

/** One subscription: what it gets, what was delivered, and what was given up. */
export function SubscriptionPage() {
  const { t } = useTranslation();
  const { tenant } = useSession();
  const { id = '' } = useParams();
  const subscription = useQuery({
    queryKey: ['subscriptions', tenant, id],
    queryFn: () => body(api.GET('/subscriptions/{id}', { params: { path: { id } } })),
  });
  if (!subscription.data) {
    return <Waiting query={subscription} />;
  }
  const one = subscription.data;
  return (
    <div className="fm-page">
      <div className="fm-page-head">
        <div className="fm-row">
          <h1>{one.name}</h1>
          <StatusTag subscription={one} />
        </div>
        <Actions subscription={one} />
      </div>
      {one.reason && <p>{one.reason}</p>}
      <dl className="fm-facts">
        <dt>{t('admin.subscriptions.target')}</dt>
        <dd>
          <code>{targetOf(one.sink)}</code> {one.signed && <Tag size="sm">{t('admin.subscriptions.signed')}</Tag>}
        </dd>
        <dt>{t('admin.subscriptions.types')}</dt>
        <dd>
          <code>{one.types?.join(' ')}</code>
        </dd>
        <dt>{t('admin.subscriptions.filter')}</dt>
        <dd>{one.filter ? <code>{one.filter}</code> : '–'}</dd>
        <dt>{t('admin.subscriptions.waiting')}</dt>
        <dd>{one.waiting}</dd>
        <dt>{t('admin.subscriptions.dead')}</dt>
        <dd>{one.dead}</dd>
      </dl>
      <h2>{t('admin.subscriptions.deliveries')}</h2>
      <Deliveries id={id} />
    </div>
  );
}

function Actions({ subscription }: { subscription: EventSubscription }) {
  const { t } = useTranslation();
  const refresh = useRefreshSubscriptions();
  const navigate = useNavigate();
  const toasts = useToasts();
  const [drops, setDrops] = useState(false);
  const params = { params: { path: { id: subscription.id ?? '' } } };
  const work = useMutation({
    mutationFn: (run: () => Promise<unknown>) => run(),
    onSuccess: refresh,
  });
  const isPaused = subscription.status === 'PAUSED';
  return (
    <div className="fm-row">
      {(subscription.dead ?? 0) > 0 && (
        <Button
          size="sm"
          kind="tertiary"
          onClick={() => work.mutate(() => body(api.POST('/subscriptions/{id}/dead-letters/redeliver', params)))}
        >
          {t('admin.subscriptions.redeliver')}
        </Button>
      )}
      <Button
        size="sm"
        kind="ghost"
        onClick={() =>
          work.mutate(() =>
            body(
              isPaused
                ? api.POST('/subscriptions/{id}/resume', params)
                : api.POST('/subscriptions/{id}/pause', params),
            ),
          )
        }
      >
        {t(isPaused ? 'admin.subscriptions.resume' : 'admin.subscriptions.pause')}
      </Button>
      <Button size="sm" kind="danger--ghost" onClick={() => setDrops(true)}>
        {t('action.delete')}
      </Button>
      {work.error && <ProblemNotice problem={work.error} />}
      {drops && (
        <ConfirmDialog
          title={t('admin.subscriptions.drop', { name: subscription.name })}
          text={t('admin.subscriptions.dropText')}
          confirm={t('action.delete')}
          onClose={() => setDrops(false)}
          run={async () => {
            await body(api.DELETE('/subscriptions/{id}', params));
            toasts.done(t('admin.subscriptions.dropped'));
            await refresh();
            await navigate('/admin/subscriptions');
          }}
        />
      )}
    </div>
  );
}

function Deliveries({ id }: { id: string }) {
  const { t } = useTranslation();
  const colours = { PENDING: 'blue', DELIVERED: 'green', DEAD: 'red' } as const;
  return (
    <PagedTable<EventDelivery>
      label={t('admin.subscriptions.deliveries')}
      pages={useDeliveries(id)}
      idOf={(delivery) => delivery.id ?? ''}
      empty={{ title: t('admin.subscriptions.noDeliveries'), text: t('admin.subscriptions.noDeliveriesText') }}
      columns={[
        { key: 'at', header: t('admin.subscriptions.at'), cell: (one) => <Time at={one.createdAt} exact /> },
        { key: 'type', header: t('admin.subscriptions.type'), cell: (one) => <code>{one.type}</code> },
        { key: 'subject', header: t('admin.subscriptions.subject'), cell: (one) => <code>{one.subject}</code> },
        {
          key: 'status',
          header: t('admin.services.status'),
          cell: (one) => (
            <Tag size="sm" type={colours[one.status ?? 'PENDING']}>
              {t(`admin.subscriptions.delivery.${one.status}`)}
            </Tag>
          ),
        },
        { key: 'attempts', header: t('admin.subscriptions.attempts'), cell: (one) => one.attempts },
        { key: 'error', header: t('admin.subscriptions.error'), cell: (one) => one.error ?? '–' },
      ]}
    />
  );
}
