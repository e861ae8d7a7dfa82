import { Modal, TextInput } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@shared/ui/ProblemNotice';
import type { SheetKind } from './sheet';
import { idOf, starter } from './starters';

interface Props {
  kind: SheetKind;
  create: (name: string, text: string) => Promise<void>;
  onClose: () => void;
}

/** Names a new form or decision of the process. */
export function NewFileDialog({ kind, create, onClose }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const fileName = `${idOf(name)}.${kind}`;

  return (
    <Modal
      open
      size="sm"
      modalHeading={t(kind === 'form' ? 'editor.files.newForm' : 'editor.files.newDecision')}
      primaryButtonText={t('designer.create')}
      secondaryButtonText={t('action.cancel')}
      primaryButtonDisabled={!name.trim()}
      onRequestClose={onClose}
      onRequestSubmit={() => void create(fileName, starter(kind, name.trim())).catch(setProblem)}
    >
      <TextInput
        id="dsg-file-name"
        data-modal-primary-focus
        labelText={t('designer.name')}
        helperText={name.trim() && fileName}
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      {problem != null && <ProblemNotice problem={problem} />}
    </Modal>
  );
}
