import { TableCell, TableRow } from '@carbon/react';
import { Folder } from '@carbon/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDropPlace } from './dragging';
import type { Subfolder } from './folders';

interface Props {
  folder: Subfolder;
  address: string;
  columns: number;
  onDrop: (id: string) => void;
}

/** A folder in the list: to go into, and to drop processes on. */
export function FolderRow({ folder, address, columns, onDrop }: Props) {
  const { t } = useTranslation();
  const { isOver, place } = useDropPlace(onDrop);
  return (
    <TableRow className={isOver ? 'dsg-place--over' : undefined} {...place}>
      <TableCell>
        <Link to={address} className="cds--link dsg-folder">
          <Folder /> {folder.name}
        </Link>
      </TableCell>
      <TableCell colSpan={columns - 1}>
        <span className="fm-hint">{t('designer.count', { count: folder.processes })}</span>
      </TableCell>
    </TableRow>
  );
}
