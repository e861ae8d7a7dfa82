import { Button, Table, TableBody, TableCell, TableHead, TableHeader, TableRow, Tag } from '@carbon/react';
import { FolderMoveTo } from '@carbon/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ProcessView } from '@shared/api/schema';
import { ArchiveButton } from './ArchiveButton';
import { ChangedCell, NameCell } from './ListHead';
import { FolderRow } from './folders/FolderRow';
import { dragged } from './folders/dragging';
import type { Subfolder } from './folders/folders';
import type { ProcessFilter } from './processes.queries';
import { StatusTag } from './StatusTag';

const COLUMNS = 6;

interface Props {
  folders: Subfolder[];
  processes: ProcessView[];
  filter: ProcessFilter;
  setFilter: (change: Partial<ProcessFilter>) => void;
  /** Whether each process says in which folder it lies. */
  saysFolder: boolean;
  addressOf: (folder: string) => string;
  onAskMove: (process: ProcessView) => void;
  onMove: (id: string, folder: string) => void;
}

/** Folders first, then processes; a process is dragged into a folder, or moved by its button. */
export function ProcessTable(props: Props) {
  const { folders, processes, filter, setFilter, addressOf, onMove } = props;
  const { t } = useTranslation();
  return (
    <div className="fm-table-scroll">
      <Table size="md" aria-label={t('designer.processes')}>
        <TableHead>
          <TableRow>
            <SortHeader by="name" sort={filter.sort} onSort={(sort) => setFilter({ sort })} />
            <TableHeader>{t('designer.tags')}</TableHeader>
            <TableHeader>{t('designer.status')}</TableHeader>
            <TableHeader>{t('designer.version')}</TableHeader>
            <SortHeader by="updatedAt" sort={filter.sort} onSort={(sort) => setFilter({ sort })} />
            <TableHeader>
              <span className="cds--visually-hidden">{t('designer.actions')}</span>
            </TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {folders.map((folder) => (
            <FolderRow
              key={folder.path}
              folder={folder}
              address={addressOf(folder.path)}
              columns={COLUMNS}
              onDrop={(id) => onMove(id, folder.path)}
            />
          ))}
          {processes.map((process) => (
            <ProcessRow key={process.id} {...props} process={process} />
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

function ProcessRow({ process, saysFolder, addressOf, setFilter, onAskMove }: Props & { process: ProcessView }) {
  const { t } = useTranslation();
  return (
    <TableRow {...dragged(process.id ?? '')}>
      <TableCell>
        <NameCell of={process} to={`/designer/processes/${process.id}`} />
        {saysFolder && process.folder && (
          <Link to={addressOf(process.folder)} className="cds--link dsg-small">
            {process.folder}
          </Link>
        )}
      </TableCell>
      <TableCell>
        {process.tags?.map((tag) => (
          <Tag key={tag} type="outline" size="sm" as="button" onClick={() => setFilter({ tag })}>
            {tag}
          </Tag>
        ))}
      </TableCell>
      <TableCell>
        <StatusTag process={process} />
      </TableCell>
      <TableCell>{process.latestVersion ?? '–'}</TableCell>
      <TableCell>
        <ChangedCell of={process} />
      </TableCell>
      <TableCell>
        <div className="dsg-row-actions">
          {process.status !== 'ARCHIVED' && (
            <Button
              hasIconOnly
              kind="ghost"
              size="sm"
              tooltipPosition="left"
              renderIcon={FolderMoveTo}
              iconDescription={t('folders.move', { name: process.name })}
              onClick={() => onAskMove(process)}
            />
          )}
          <ArchiveButton process={process} />
        </div>
      </TableCell>
    </TableRow>
  );
}

function SortHeader({ by, sort, onSort }: { by: string; sort: string; onSort: (sort: string) => void }) {
  const { t } = useTranslation();
  const direction = sort === by ? 'ASC' : sort === `-${by}` ? 'DESC' : 'NONE';
  return (
    <TableHeader
      isSortable
      isSortHeader={direction !== 'NONE'}
      sortDirection={direction}
      onClick={() => onSort(direction === 'ASC' ? `-${by}` : by)}
    >
      {t(`designer.column.${by}`)}
    </TableHeader>
  );
}
