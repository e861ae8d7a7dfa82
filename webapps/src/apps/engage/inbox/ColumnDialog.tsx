import { Checkbox, Modal } from '@carbon/react';
import { useTranslation } from 'react-i18next';
import { useStored } from '../../../shared/ui/stored';
import { chosenColumns, COLUMNS } from './columns';

/** Which columns the list shows; kept in this browser. */
export function ColumnDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const chosen = useStored(chosenColumns);
  return (
    <Modal open passiveModal size="xs" modalHeading={t('engage.columns')} onRequestClose={onClose}>
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
  );
}
