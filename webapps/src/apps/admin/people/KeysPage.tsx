import { Button, Checkbox } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../shared/api/client';
import type { ApiKeyView } from '../../../shared/api/schema';
import { ConfirmDialog } from '../../../shared/ui/ConfirmDialog';
import { PagedTable } from '../../../shared/ui/PagedTable';
import { Time } from '../../../shared/ui/Time';
import { useUrlFilters } from '../../../shared/ui/useUrlFilters';
import { NewKeyDialog } from './NewKeyDialog';
import { useKeys, useRefreshPeople } from './people.queries';

/** Long-lived keys for scripts and machines, which can be ended but never shown again. */
export function KeysPage() {
  const { t } = useTranslation();
  const filters = useUrlFilters();
  const onlyOwn = filters.one('own') === 'true';
  const keys = useKeys(!onlyOwn);
  const [adds, setAdds] = useState(false);
  const [dropped, setDropped] = useState<ApiKeyView | null>(null);
  return (
    <div className="fm-page">
      <div className="fm-page-head">
        <h1>{t('admin.nav.keys')}</h1>
        <Button size="sm" onClick={() => setAdds(true)}>
          {t('admin.people.key.add')}
        </Button>
      </div>
      <Checkbox
        id="own-keys"
        labelText={t('admin.people.key.own')}
        checked={onlyOwn}
        onChange={(_, { checked }) => filters.set({ own: checked ? 'true' : undefined })}
      />
      <PagedTable<ApiKeyView>
        label={t('admin.nav.keys')}
        pages={keys}
        idOf={(key) => key.id ?? ''}
        empty={{ title: t('admin.people.key.none'), text: t('admin.people.key.noneText') }}
        columns={[
          {
            key: 'name',
            header: t('admin.variables.name'),
            cell: (key) => (
              <>
                {key.name} <span className="fm-hint">…{key.hint}</span>
              </>
            ),
          },
          { key: 'owner', header: t('admin.people.key.owner'), cell: (key) => <code>{key.owner}</code> },
          { key: 'roles', header: t('admin.users.roles'), cell: (key) => key.roles?.join(', ') || '–' },
          { key: 'made', header: t('admin.people.made'), cell: (key) => <Time at={key.createdAt} /> },
          { key: 'used', header: t('admin.people.key.used'), cell: (key) => <Time at={key.lastUsedAt} /> },
          { key: 'ends', header: t('admin.people.key.ends'), cell: (key) => <Time at={key.expiresAt} exact /> },
          {
            key: 'actions',
            header: t('admin.actions'),
            cell: (key) => (
              <Button
                kind="danger--ghost"
                size="sm"
                aria-label={t('admin.people.key.endNamed', { name: key.name })}
                onClick={() => setDropped(key)}
              >
                {t('admin.people.key.end')}
              </Button>
            ),
          },
        ]}
      />
      {adds && <NewKeyDialog onClose={() => setAdds(false)} />}
      {dropped && <EndDialog apiKey={dropped} onClose={() => setDropped(null)} />}
    </div>
  );
}

function EndDialog({ apiKey, onClose }: { apiKey: ApiKeyView; onClose: () => void }) {
  const { t } = useTranslation();
  const refresh = useRefreshPeople();
  return (
    <ConfirmDialog
      danger
      title={t('admin.people.key.endNamed', { name: apiKey.name })}
      text={t('admin.people.key.endText')}
      confirm={t('admin.people.key.end')}
      onClose={onClose}
      run={async () => {
        await body(api.DELETE('/api-keys/{id}', { params: { path: { id: apiKey.id ?? '' } } }));
        await refresh();
      }}
    />
  );
}
