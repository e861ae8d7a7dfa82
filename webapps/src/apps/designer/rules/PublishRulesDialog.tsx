import { Modal, TextArea } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@shared/ui/ProblemNotice';
import { useToasts } from '@shared/ui/Toasts';
import type { Autosave } from '../autosave';
import { usePublishRuleSet } from './rules.queries';

interface Props {
  id: string;
  name: string;
  autosave: Autosave;
  onClose: () => void;
}

/** Publishes the saved draft; tests that fail refuse it. */
export function PublishRulesDialog({ id, name, autosave, onClose }: Props) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const publish = usePublishRuleSet(id);
  const [changelog, setChangelog] = useState('');

  async function submit() {
    if (await autosave.flush()) {
      publish.mutate(changelog.trim(), {
        onSuccess: (version) => {
          toasts.done(t('editor.publishedAs', { version: version.version }));
          onClose();
        },
      });
    }
  }

  return (
    <Modal
      open
      size="sm"
      modalHeading={t('editor.publishName', { name })}
      primaryButtonText={t('editor.publish')}
      secondaryButtonText={t('action.cancel')}
      primaryButtonDisabled={publish.isPending}
      onRequestClose={onClose}
      onRequestSubmit={() => void submit()}
    >
      <TextArea
        id="dsg-rules-changelog"
        data-modal-primary-focus
        labelText={t('editor.changelog')}
        helperText={t('editor.changelogHint')}
        rows={3}
        maxLength={4000}
        value={changelog}
        onChange={(event) => setChangelog(event.target.value)}
      />
      {publish.isError && <ProblemNotice problem={publish.error} />}
    </Modal>
  );
}
