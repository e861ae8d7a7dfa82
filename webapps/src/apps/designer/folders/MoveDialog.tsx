import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProcessView } from '@shared/api/schema';
import { FormDialog } from '@shared/ui/FormDialog';
import { FolderField } from './FolderField';
import { useMoveProcess } from './folders.queries';

/** Asks where a process is to lie. */
export function MoveDialog({ process, onClose }: { process: ProcessView; onClose: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const move = useMoveProcess();
  const [folder, setFolder] = useState(process.folder ?? '');
  return (
    <FormDialog
      title={t('folders.move', { name: process.name })}
      confirm={t('folders.doMove')}
      run={() => move.mutateAsync({ id: process.id ?? '', folder })}
      onClose={onClose}
    >
      {() => <FolderField id={id} value={folder} onChange={setFolder} focus />}
    </FormDialog>
  );
}
