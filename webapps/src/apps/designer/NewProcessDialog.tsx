import { Modal, TextArea, TextInput } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ProblemNotice } from '@shared/ui/ProblemNotice';
import { FolderField } from './folders/FolderField';
import { useCreateProcess } from './processes.queries';
import { tagsIn } from './tags';

/** Names a new process; the platform gives it a key and a diagram with a start and an end. */
export function NewProcessDialog({ folder, onClose }: { folder: string; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const create = useCreateProcess();
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [tags, setTags] = useState('');
  const [into, setInto] = useState(folder);

  function submit() {
    create.mutate(
      { name: name.trim(), description: description.trim() || undefined, tags: tagsIn(tags), folder: into },
      { onSuccess: (made) => void navigate(`/designer/processes/${made.id}`) },
    );
  }

  return (
    <Modal
      open
      size="sm"
      modalHeading={t('designer.new')}
      primaryButtonText={t('designer.create')}
      secondaryButtonText={t('action.cancel')}
      primaryButtonDisabled={!name.trim() || create.isPending}
      onRequestClose={onClose}
      onRequestSubmit={submit}
      shouldSubmitOnEnter={false}
    >
      <form
        className="dsg-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim()) {
            submit();
          }
        }}
      >
        <TextInput
          id="dsg-name"
          data-modal-primary-focus
          labelText={t('designer.name')}
          helperText={t('designer.nameHint')}
          maxLength={255}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <TextArea
          id="dsg-description"
          labelText={t('designer.description')}
          rows={2}
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
        <FolderField id="dsg-folder" value={into} onChange={setInto} />
        <button type="submit" hidden />
      </form>
      {create.isError && <ProblemNotice problem={create.error} />}
    </Modal>
  );
}
