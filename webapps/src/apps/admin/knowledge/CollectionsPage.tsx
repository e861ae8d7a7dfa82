import { Button, Tag } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CollectionAccess, KnowledgeCollection } from '../../../shared/api/schema';
import { useSession } from '../../../shared/session/SessionGate';
import { PagedTable } from '../../../shared/ui/PagedTable';
import { Time } from '../../../shared/ui/Time';
import { CollectionDialog } from './CollectionDialog';
import { useCollections } from './knowledge.queries';

/** The collections, and who may read each. */
export default function CollectionsPage() {
  const { t } = useTranslation();
  const { roles } = useSession();
  const collections = useCollections();
  const [adds, setAdds] = useState(false);
  return (
    <div className="fm-page">
      <div className="fm-page-head">
        <h1>{t('admin.nav.knowledge')}</h1>
        {roles.has('admin') && (
          <Button size="sm" onClick={() => setAdds(true)}>
            {t('admin.knowledge.add')}
          </Button>
        )}
      </div>
      <PagedTable<KnowledgeCollection>
        label={t('admin.nav.knowledge')}
        pages={collections}
        idOf={(one) => one.id ?? ''}
        empty={{ title: t('admin.knowledge.none'), text: t('admin.knowledge.noneText') }}
        columns={[
          {
            key: 'name',
            header: t('admin.knowledge.name'),
            cell: (one) => <Link to={`/admin/knowledge/${one.id}`}>{one.name}</Link>,
          },
          { key: 'description', header: t('admin.knowledge.description'), cell: (one) => one.description },
          { key: 'sources', header: t('admin.knowledge.sources'), cell: (one) => one.sources },
          {
            key: 'access',
            header: t('admin.knowledge.access'),
            cell: (one) => one.access && <AccessTags access={one.access} />,
          },
          { key: 'updated', header: t('admin.knowledge.changed'), cell: (one) => <Time at={one.updatedAt} /> },
        ]}
      />
      {adds && <CollectionDialog collection={null} onClose={() => setAdds(false)} />}
    </div>
  );
}

export function AccessTags({ access }: { access: CollectionAccess }) {
  const { t } = useTranslation();
  const named = [
    ...(access.everyone ? [t('admin.knowledge.everyone')] : []),
    ...(access.roles ?? []).map((role) => t(`admin.people.role.${role}`)),
    ...(access.groups ?? []),
    ...(access.users ?? []),
  ];
  return (named.length > 0 ? named : [t('admin.knowledge.onlyAdmins')]).map((name) => (
    <Tag key={name} size="sm">
      {name}
    </Tag>
  ));
}
