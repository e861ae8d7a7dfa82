import { Button, Checkbox, Modal } from '@carbon/react';
import { Column as ColumnIcon } from '@carbon/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStored } from '../../../shared/ui/stored';
import { chosenColumns, COLUMNS } from './columns';

/** Which columns the list shows; kept in this browser. */
export function ColumnPicker() {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const chosen = useStored(chosenColumns);
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
        <Modal open passiveModal size="xs" modalHeading={t('engage.columns')} onRequestClose={() => setOpen(false)}>
          {COLUMNS.map((column) => (
            <Checkbox
              key={column}
              id={`column-${column}`}
              labelText={t(`engage.column.${column}`)}
              checked={chosen.includes(column)}
              onChange={(_, { checked }) =>
                chosenColumns.set(
                  COLUMNS.filter((other) => (other === column ? checked : chosen.includes(other))),
                )
              }
            />
          ))}
        </Modal>
      )}
    </>
  );
}
