import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body, ifMatch } from '../../../shared/api/client';
import type { KnowledgeCollection } from '../../../shared/api/schema';
import { FormDialog } from '../../../shared/ui/FormDialog';
import { TextField } from '../../../shared/ui/TextField';
import { useToasts } from '../../../shared/ui/Toasts';
import { accessOf, sketchOf } from './access';
import { AccessFields } from './AccessFields';
import { useRefreshKnowledge } from './knowledge.queries';

interface Props {
  /** Null for a new one. */
  collection: KnowledgeCollection | null;
  etag?: string;
  onClose: () => void;
}

/** Makes a collection or says who may read it. */
export function CollectionDialog({ collection, etag, onClose }: Props) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const refresh = useRefreshKnowledge();
  const [name, setName] = useState(collection?.name ?? '');
  const [description, setDescription] = useState(collection?.description ?? '');
  const [access, setAccess] = useState(() => sketchOf(collection?.access));

  async function save() {
    const draft = { name: name.trim(), description: description.trim() || undefined, access: accessOf(access) };
    if (collection) {
      await body(
        api.PUT('/knowledge/collections/{id}', {
          params: { path: { id: collection.id ?? '' }, header: ifMatch(etag) },
          body: draft,
        }),
      );
      toasts.done(t('admin.knowledge.saved', { name: draft.name }));
    } else {
      await body(api.POST('/knowledge/collections', { body: draft }));
      toasts.done(t('admin.knowledge.added'));
    }
    await refresh();
  }

  return (
    <FormDialog
      title={collection?.name ?? t('admin.knowledge.add')}
      confirm={collection ? t('action.save') : t('admin.knowledge.add')}
      isReady={name.trim() !== ''}
      onClose={onClose}
      run={save}
    >
      {(faults) => (
        <>
          <TextField
            id="knowledge-name"
            labelText={t('admin.knowledge.name')}
            maxLength={200}
            value={name}
            {...faults('/name')}
            onChange={(event) => setName(event.target.value)}
          />
          <TextField
            id="knowledge-description"
            labelText={t('admin.knowledge.description')}
            maxLength={1000}
            value={description}
            {...faults('/description')}
            onChange={(event) => setDescription(event.target.value)}
          />
          <AccessFields access={access} change={setAccess} />
        </>
      )}
    </FormDialog>
  );
}
