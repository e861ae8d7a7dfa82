import { Button } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../shared/api/client';
import type { ClientView } from '../../../shared/api/schema';
import { ConfirmDialog } from '../../../shared/ui/ConfirmDialog';
import { PagedTable } from '../../../shared/ui/PagedTable';
import { Time } from '../../../shared/ui/Time';
import { NewClientDialog } from './NewClientDialog';
import { useClients, useRefreshPeople } from './people.queries';
import { SecretDialog } from './SecretDialog';

/** Workers and agents that log in with a secret of their own. */
export function ClientsPage() {
  const { t } = useTranslation();
  const clients = useClients();
  const [adds, setAdds] = useState(false);
  const [renewed, setRenewed] = useState<ClientView | null>(null);
  const [dropped, setDropped] = useState<ClientView | null>(null);
  return (
    <div className="fm-page">
      <div className="fm-page-head">
        <h1>{t('admin.nav.clients')}</h1>
        <Button size="sm" onClick={() => setAdds(true)}>
          {t('admin.people.client.add')}
        </Button>
      </div>
      <PagedTable<ClientView>
        label={t('admin.nav.clients')}
        pages={clients}
        idOf={(client) => client.id ?? ''}
        empty={{ title: t('admin.people.client.none'), text: t('admin.people.client.noneText') }}
        columns={[
          { key: 'name', header: t('admin.variables.name'), cell: (client) => client.name },
          { key: 'id', header: t('admin.people.client.id'), cell: (client) => <code>{client.id}</code> },
          {
            key: 'kind',
            header: t('admin.people.client.kind'),
            cell: (client) => t(`admin.people.client.kinds.${client.kind}`),
          },
          { key: 'roles', header: t('admin.users.roles'), cell: (client) => client.roles?.join(', ') || '–' },
          {
            key: 'secret',
            header: t('admin.people.client.secretSince'),
            cell: (client) => <Time at={client.secretChangedAt} />,
          },
          {
            key: 'actions',
            header: t('admin.actions'),
            cell: (client) => (
              <div className="fm-row">
                <Button
                  kind="ghost"
                  size="sm"
                  aria-label={t('admin.people.client.renewNamed', { name: client.name })}
                  onClick={() => setRenewed(client)}
                >
                  {t('admin.people.client.renew')}
                </Button>
                <Button
                  kind="danger--ghost"
                  size="sm"
                  aria-label={t('admin.people.client.deleteNamed', { name: client.name })}
                  onClick={() => setDropped(client)}
                >
                  {t('action.delete')}
                </Button>
              </div>
            ),
          },
        ]}
      />
      {adds && <NewClientDialog onClose={() => setAdds(false)} />}
      {renewed && <RenewDialog client={renewed} onClose={() => setRenewed(null)} />}
      {dropped && <DeleteDialog client={dropped} onClose={() => setDropped(null)} />}
    </div>
  );
}

interface DialogProps {
  client: ClientView;
  onClose: () => void;
}

function RenewDialog({ client, onClose }: DialogProps) {
  const { t } = useTranslation();
  const refresh = useRefreshPeople();
  const [secret, setSecret] = useState<string | null>(null);
  const title = t('admin.people.client.renewNamed', { name: client.name });
  return secret !== null ? (
    <SecretDialog title={title} label={t('admin.people.client.secret')} secret={secret} onClose={onClose} />
  ) : (
    <ConfirmDialog
      danger
      isFollowed
      title={title}
      text={t('admin.people.client.renewText')}
      confirm={t('admin.people.client.renew')}
      onClose={onClose}
      run={async () => {
        const made = await body(
          api.POST('/clients/{id}/secret', { params: { path: { id: client.id ?? '' } } }),
        );
        setSecret(made.clientSecret ?? '');
        await refresh();
      }}
    />
  );
}

function DeleteDialog({ client, onClose }: DialogProps) {
  const { t } = useTranslation();
  const refresh = useRefreshPeople();
  return (
    <ConfirmDialog
      danger
      title={t('admin.people.client.deleteNamed', { name: client.name })}
      text={t('admin.people.client.deleteText')}
      confirm={t('action.delete')}
      onClose={onClose}
      run={async () => {
        await body(api.DELETE('/clients/{id}', { params: { path: { id: client.id ?? '' } } }));
        await refresh();
      }}
    />
  );
}
