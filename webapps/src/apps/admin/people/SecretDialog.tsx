import { Button, InlineNotification, Modal, TextInput } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  title: string;
  label: string;
  secret: string;
  onClose: () => void;
}

/** Shows a secret this once; it is nowhere to be had afterwards. */
export function SecretDialog({ title, label, secret, onClose }: Props) {
  const { t } = useTranslation();
  const [isCopied, setCopied] = useState(false);
  return (
    <Modal
      open
      size="sm"
      modalHeading={title}
      primaryButtonText={t('admin.people.secret.kept')}
      onRequestSubmit={onClose}
      onRequestClose={onClose}
      preventCloseOnClickOutside
    >
      <div className="fm-dialog">
        <InlineNotification
          kind="warning"
          lowContrast
          hideCloseButton
          title={t('admin.people.secret.once')}
        />
        <TextInput id="secret" labelText={label} value={secret} readOnly className="fm-secret" />
        <div className="fm-row" aria-live="polite">
          <Button
            kind="tertiary"
            size="sm"
            onClick={() => void navigator.clipboard.writeText(secret).then(() => setCopied(true))}
          >
            {t('admin.people.secret.copy')}
          </Button>
          {isCopied && t('admin.people.secret.copied')}
        </div>
      </div>
    </Modal>
  );
}
