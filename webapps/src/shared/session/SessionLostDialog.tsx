import { Modal } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sessions } from './session';

/** Asks to log in again in a window of its own, so that nothing typed here is lost. */
export function SessionLostDialog({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation();
  const [failed, setFailed] = useState(false);

  async function again() {
    try {
      await sessions.signinPopup();
      onBack();
    } catch {
      setFailed(true);
    }
  }

  return (
    <Modal
      open
      size="xs"
      modalHeading={t('session.lost')}
      primaryButtonText={t('session.loginAgain')}
      secondaryButtonText={t('action.cancel')}
      onRequestSubmit={() => void again()}
      onRequestClose={onBack}
    >
      <p>{t('session.lostText')}</p>
      {failed && <p role="alert">{t('session.popupFailed')}</p>}
    </Modal>
  );
}
