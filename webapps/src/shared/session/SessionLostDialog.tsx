import { Modal } from '@carbon/react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { loginAgain } from './session';

/** Asks to log in again in a window of its own, so that nothing typed here is lost. */
export function SessionLostDialog({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [failed, setFailed] = useState(false);

  async function again() {
    try {
      if (await loginAgain()) {
        void queries.invalidateQueries();
        onBack();
      } else {
        // Nothing of the one's page is for the other's eyes.
        window.location.reload();
      }
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
