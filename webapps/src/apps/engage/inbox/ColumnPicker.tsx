import { Button } from '@carbon/react';
import { Column as ColumnIcon } from '@carbon/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyDialog } from '../../../shared/ui/lazyDialog';

const ColumnDialog = lazyDialog(async () => (await import('./ColumnDialog')).ColumnDialog);

/** Opens the choice of columns. */
export function ColumnPicker() {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        className="en-wide"
        kind="ghost"
        size="md"
        hasIconOnly
        renderIcon={ColumnIcon}
        iconDescription={t('engage.columns')}
        tooltipAlignment="end"
        onClick={() => setOpen(true)}
      />
      {isOpen && (
        <ColumnDialog onClose={() => setOpen(false)} />
      )}
    </>
  );
}
