import { Modal, TextInput } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@shared/ui/ProblemNotice';
import { starter } from '../documents/starters';
import { useCreateRuleSet } from './rules.queries';

/** Names a new rule set, which begins with a table of one rule. */
export function NewRuleSetDialog({ onMade, onClose }: { onMade: (id?: string) => void; onClose: () => void }) {
  const { t } = useTranslation();
  const create = useCreateRuleSet();
  const [typed, setName] = useState('');
  const name = typed.trim();

  return (
    <Modal
      open
      size="sm"
      modalHeading={t('rules.new')}
      primaryButtonText={t('designer.create')}
      secondaryButtonText={t('action.cancel')}
      primaryButtonDisabled={!name || create.isPending}
      onRequestClose={onClose}
      onRequestSubmit={() =>
        create.mutate({ name, dmnXml: starter('dmn', name) }, { onSuccess: (made) => onMade(made.id) })
      }
    >
      <TextInput
        id="dsg-rules-name"
        data-modal-primary-focus
        labelText={t('designer.name')}
        maxLength={255}
        value={typed}
        onChange={(event) => setName(event.target.value)}
      />
      {create.isError && <ProblemNotice problem={create.error} />}
    </Modal>
  );
}
