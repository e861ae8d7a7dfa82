import { Button, ComposedModal, ModalBody, ModalFooter, ModalHeader } from '@carbon/react';
import { useTranslation } from 'react-i18next';

interface Props {
  onMine: () => void;
  onTheirs: () => void;
  onDownload: () => void;
}

/** Two people changed the same draft: one of the models must give way, and none gets lost unseen. */
export function ConflictDialog({ onMine, onTheirs, onDownload }: Props) {
  const { t } = useTranslation();
  return (
    <ComposedModal open size="sm" aria-label={t('editor.conflict')} preventCloseOnClickOutside onClose={() => false}>
      <ModalHeader title={t('editor.conflict')} closeClassName="dsg-hidden" />
      <ModalBody>
        <p>{t('editor.conflictText')}</p>
        <Button kind="ghost" onClick={onDownload}>
          {t('editor.downloadMine')}
        </Button>
      </ModalBody>
      <ModalFooter>
        <Button kind="secondary" onClick={onTheirs}>
          {t('editor.theirs')}
        </Button>
        <Button kind="danger" onClick={onMine}>
          {t('editor.mine')}
        </Button>
      </ModalFooter>
    </ComposedModal>
  );
}
