import { Button, Tag } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { api, body, ifMatch } from '../../../shared/api/client';
import type { KnowledgeSource } from '../../../shared/api/schema';
import { useSession } from '../../../shared/session/SessionGate';
import { ConfirmDialog } from '../../../shared/ui/ConfirmDialog';
import { PagedTable } from '../../../shared/ui/PagedTable';
import { Time } from '../../../shared/ui/Time';
import { useToasts } from '../../../shared/ui/Toasts';
import { Waiting } from '../../../shared/ui/Waiting';
import { CollectionDialog } from './CollectionDialog';
import { AccessTags } from './CollectionsPage';
import { IngestDialog } from './IngestDialog';
import { useCollection, useRefreshKnowledge, useSources } from './knowledge.queries';

type Open = 'edit' | 'bring' | 'drop' | null;

/** One collection: who may read it, and what is in it. */
export default function CollectionPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { roles } = useSession();
  const navigate = useNavigate();
  const toasts = useToasts();
  const refresh = useRefreshKnowledge();
  const collection = useCollection(id);
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  if (!collection.data) {
    return <Waiting query={collection} />;
  }
  const { value, etag } = collection.data;
  return (
    <div className="fm-page">
      <div className="fm-page-head">
        <h1>{value.name}</h1>
        <div className="fm-row">
          <Button size="sm" onClick={() => setOpen('bring')}>
            {t('admin.knowledge.bring')}
          </Button>
          {roles.has('admin') && (
            <>
              <Button size="sm" kind="tertiary" onClick={() => setOpen('edit')}>
                {t('admin.edit')}
              </Button>
              <Button size="sm" kind="danger--ghost" onClick={() => setOpen('drop')}>
                {t('action.delete')}
              </Button>
            </>
          )}
        </div>
      </div>
      {value.description && <p>{value.description}</p>}
      {value.access && (
        <dl className="fm-facts">
          <dt>{t('admin.knowledge.access')}</dt>
          <dd>
            <AccessTags access={value.access} />
          </dd>
        </dl>
      )}
      <h2>{t('admin.knowledge.sources')}</h2>
      <Sources collection={id} />
      {open === 'bring' && <IngestDialog collection={id} onClose={close} />}
      {open === 'edit' && <CollectionDialog collection={value} etag={etag} onClose={close} />}
      {open === 'drop' && (
        <ConfirmDialog
          danger
          title={t('admin.knowledge.drop', { name: value.name })}
          text={t('admin.knowledge.dropText')}
          confirm={t('action.delete')}
          onClose={close}
          run={async () => {
            await body(
              api.DELETE('/knowledge/collections/{id}', { params: { path: { id }, header: ifMatch(etag) } }),
            );
            toasts.done(t('admin.knowledge.dropped', { name: value.name }));
            void navigate('/admin/knowledge');
            await refresh();
          }}
        />
      )}
    </div>
  );
}

function Sources({ collection }: { collection: string }) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const refresh = useRefreshKnowledge();
  const sources = useSources(collection);
  const [dropped, setDropped] = useState<KnowledgeSource | null>(null);
  return (
    <>
      <PagedTable<KnowledgeSource>
        label={t('admin.knowledge.sources')}
        pages={sources}
        idOf={(one) => one.id ?? ''}
        empty={{ title: t('admin.knowledge.noSources'), text: t('admin.knowledge.noSourcesText') }}
        columns={[
          { key: 'title', header: t('admin.knowledge.title'), cell: (one) => one.title },
          { key: 'key', header: t('admin.knowledge.key'), cell: (one) => one.key && <code>{one.key}</code> },
          { key: 'language', header: t('admin.knowledge.language'), cell: (one) => one.language },
          { key: 'passages', header: t('admin.knowledge.passages'), cell: (one) => one.passages },
          { key: 'status', header: t('admin.knowledge.status'), cell: (one) => <Status source={one} /> },
          { key: 'since', header: t('admin.knowledge.since'), cell: (one) => <Time at={one.createdAt} /> },
          {
            key: 'actions',
            header: t('admin.actions'),
            cell: (one) => (
              <Button kind="ghost" size="sm" onClick={() => setDropped(one)}>
                {t('action.delete')}
              </Button>
            ),
          },
        ]}
      />
      {dropped && (
        <ConfirmDialog
          danger
          title={t('admin.knowledge.drop', { name: dropped.title })}
          text={t('admin.knowledge.dropSourceText')}
          confirm={t('action.delete')}
          onClose={() => setDropped(null)}
          run={async () => {
            await body(api.DELETE('/knowledge/sources/{id}', { params: { path: { id: dropped.id ?? '' } } }));
            toasts.done(t('admin.knowledge.dropped', { name: dropped.title }));
            await refresh();
          }}
        />
      )}
    </>
  );
}

const COLOURS = { PREPARING: 'blue', READY: 'green', FAILED: 'red' } as const;

function Status({ source }: { source: KnowledgeSource }) {
  const { t } = useTranslation();
  const status = source.status ?? 'PREPARING';
  return (
    <>
      <Tag size="sm" type={COLOURS[status]}>
        {t(`admin.knowledge.states.${status}`, { prepared: source.prepared, passages: source.passages })}
      </Tag>
      {source.cause && <p className="fm-hint">{source.cause}</p>}
    </>
  );
}
