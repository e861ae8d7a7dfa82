import { Button, Tag } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { EventSubscription } from '../../../shared/api/schema';
import { PagedTable } from '../../../shared/ui/PagedTable';
import { NewSubscriptionDialog } from './NewSubscriptionDialog';
import { targetOf } from './target';
import { useSubscriptions } from './subscriptions.queries';

/** Who is told of what happens, and whether it gets through. */
export function SubscriptionsPage() {
  const { t } = useTranslation();
  const subscriptions = useSubscriptions();
  const [adds, setAdds] = useState(false);
  const add = (
    <Button size="sm" onClick={() => setAdds(true)}>
      {t('admin.subscriptions.add')}
    </Button>
  );
  return (
    <div className="fm-page">
      <div className="fm-page-head">
        <h1>{t('admin.nav.subscriptions')}</h1>
        {add}
      </div>
      <PagedTable<EventSubscription>
        label={t('admin.nav.subscriptions')}
        pages={subscriptions}
        idOf={(one) => one.id ?? ''}
        empty={{ title: t('admin.subscriptions.none'), text: t('admin.subscriptions.noneText') }}
        columns={[
          {
            key: 'name',
            header: t('admin.subscriptions.name'),
            cell: (one) => <Link to={`/admin/subscriptions/${one.id}`}>{one.name}</Link>,
          },
          { key: 'target', header: t('admin.subscriptions.target'), cell: (one) => <code>{targetOf(one.sink)}</code> },
          { key: 'types', header: t('admin.subscriptions.types'), cell: (one) => <code>{one.types?.join(' ')}</code> },
          { key: 'status', header: t('admin.services.status'), cell: (one) => <StatusTag subscription={one} /> },
          { key: 'waiting', header: t('admin.subscriptions.waiting'), cell: (one) => one.waiting },
          { key: 'dead', header: t('admin.subscriptions.dead'), cell: (one) => one.dead },
        ]}
      />
      {adds && <NewSubscriptionDialog onClose={() => setAdds(false)} />}
    </div>
  );
}

export function StatusTag({ subscription }: { subscription: EventSubscription }) {
  const { t } = useTranslation();
  const state = subscription.status === 'PAUSED' ? 'paused' : subscription.failures ? 'failing' : 'active';
  const colours = { paused: 'gray', failing: 'red', active: 'green' } as const;
  return (
    <Tag size="sm" type={colours[state]}>
      {t(`admin.subscriptions.state.${state}`)}
    </Tag>
  );
}
