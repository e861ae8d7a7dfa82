import { Modal, TextArea } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A refusal needs a reason: somebody will ask for it. */
export function RejectDialog({ onReject, onClose }: { onReject: (reason: string) => void; onClose: () => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  return (
    <Modal
      open
      danger
      size="sm"
      modalHeading={t('engage.reject.title')}
      primaryButtonText={t('engage.action.reject')}
      primaryButtonDisabled={reason.trim() === ''}
      secondaryButtonText={t('action.cancel')}
      onRequestClose={onClose}
      onRequestSubmit={() => onReject(reason.trim())}
    >
      <TextArea
        id="reject-reason"
        data-modal-primary-focus
        labelText={t('engage.reject.reason')}
        helperText={t('engage.reject.help')}
        maxLength={4000}
        rows={3}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Modal>
  );
}
