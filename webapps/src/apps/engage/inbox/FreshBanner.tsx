import { Button } from '@carbon/react';
import { useTranslation } from 'react-i18next';

/** Says that tasks came; the list stays as it is until somebody wants to see them. */
export function FreshBanner({ count, onShow }: { count: number; onShow: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="en-fresh" aria-live="polite">
      {count > 0 && (
        <Button kind="tertiary" size="sm" onClick={onShow}>
          {t('engage.fresh', { count })}
        </Button>
      )}
    </div>
  );
}
