import { TextArea, TextInput } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProcessView } from '@shared/api/schema';
import { ConfirmDialog } from '@shared/ui/ConfirmDialog';
import { useChangeDetails } from './draft.queries';
import { FolderField } from './folders/FolderField';
import { tagsIn } from './tags';

/** The name, the description, the folder and the tags by which people find the process. */
export function DetailsDialog({ process, onClose }: { process: ProcessView; onClose: () => void }) {
  const { t } = useTranslation();
  const change = useChangeDetails(process.id ?? '');
  const [name, setName] = useState(process.name ?? '');
  const [description, setDescription] = useState(process.description ?? '');
  const [tags, setTags] = useState((process.tags ?? []).join(', '));
  const [folder, setFolder] = useState(process.folder ?? '');
  return (
    <ConfirmDialog
      title={t('editor.details')}
      confirm={t('action.save')}
      isReady={name.trim() !== ''}
      run={() =>
        change.mutateAsync({ name: name.trim(), description: description.trim(), tags: tagsIn(tags), folder })
      }
      onClose={onClose}
    >
      <div className="dsg-form">
        <TextInput
          id="dsg-name"
          data-modal-primary-focus
          labelText={t('designer.name')}
          maxLength={255}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <TextArea
          id="dsg-description"
          labelText={t('designer.description')}
          rows={3}
          maxLength={4000}
          value={description}
          onChange={(event) => setDescription(event.target.value)}
        />
        <TextInput
          id="dsg-tags"
          labelText={t('designer.tags')}
          helperText={t('designer.tagsHint')}
          value={tags}
          onChange={(event) => setTags(event.target.value)}
        />
        <FolderField id="dsg-folder" value={folder} onChange={setFolder} />
      </div>
    </ConfirmDialog>
  );
}
