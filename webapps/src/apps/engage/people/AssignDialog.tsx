import { Modal } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonField } from './PersonField';

interface Props {
  title: string;
  label: string;
  confirm: string;
  isFree?: boolean;
  onChoose: (id: string) => void;
  onClose: () => void;
}

/** Asks for a colleague. */
export function AssignDialog({ title, label, confirm, isFree, onChoose, onClose }: Props) {
  const { t } = useTranslation();
  const [person, setPerson] = useState('');
  return (
    <Modal
      open
      size="sm"
      className="en-person-dialog"
      modalHeading={title}
      primaryButtonText={confirm}
      primaryButtonDisabled={person === ''}
      secondaryButtonText={t('action.cancel')}
      onRequestClose={onClose}
      onRequestSubmit={() => onChoose(person)}
    >
      <PersonField label={label} value="" onChange={setPerson} isFree={isFree} />
    </Modal>
  );
}
