import {
  Button,
  DataTableSkeleton,
  InlineNotification,
  Search,
  Select,
  SelectItem,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Tag,
} from '@carbon/react';
import { Add, Upload } from '@carbon/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '@shared/ui/EmptyState';
import { ProblemNotice } from '@shared/ui/ProblemNotice';
import { useListedShortcuts, type ShortcutGroup } from '@shared/ui/shortcutList';
import { Time } from '@shared/ui/Time';
import { useShortcuts } from '@shared/ui/useShortcuts';
import { DesignerTabs } from './DesignerTabs';
import { ImportDialog } from './ImportDialog';
import { NewProcessDialog } from './NewProcessDialog';
import { ArchiveButton } from './ArchiveButton';
import { StatusTag } from './StatusTag';
import { useProcesses, type ProcessStatus } from './processes.queries';
import { useFilter } from './useFilter';

const KEYS: ShortcutGroup = { title: 'app.designer', keys: [['n', 'designer.new'], ['i', 'designer.import']] };
const STATUSES: ProcessStatus[] = ['DRAFT', 'PUBLISHED', 'ARCHIVED'];
const MODELS = /\.(bpmn|bpmn20\.xml|xml|zip)$/i;
const TYPING_MS = 250;

/** All processes of the tenant that are drawn here. */
export function ProcessList() {
  const { t } = useTranslation();
  const [filter, setFilter] = useFilter();
  const [text, setText] = useState(filter.q);
  const [dialog, setDialog] = useState<'new' | 'import' | null>(null);
  const [dropped, setDropped] = useState<File | null>(null);
  const [isOver, setOver] = useState(false);
  const list = useProcesses(filter);
  const items = list.data?.pages.flatMap((page) => page.items ?? []) ?? [];
  const total = list.data?.pages[0]?.total;
  const isFiltered = filter.q !== '' || filter.tag !== '' || filter.status !== '';

  useListedShortcuts(KEYS);
  useShortcuts({ n: () => setDialog('new'), i: () => setDialog('import') });

  useEffect(() => {
    const timer = window.setTimeout(() => text !== filter.q && setFilter({ q: text }), TYPING_MS);
    return () => window.clearTimeout(timer);
  }, [text, filter.q, setFilter]);

  function drop(file: File | undefined) {
    setOver(false);
    if (file) {
      setDropped(file);
      setDialog('import');
    }
  }

  return (
    <div
      className={`fm-page dsg-drop${isOver ? ' dsg-drop--over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => event.currentTarget === event.target && setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        const files = [...event.dataTransfer.files];
        drop(files.find((file) => MODELS.test(file.name)) ?? files[0]);
      }}
    >
      <div className="fm-page-head">
        <h1>{t('designer.processes')}</h1>
        <div className="fm-row">
          <Button kind="tertiary" size="md" renderIcon={Upload} onClick={() => setDialog('import')}>
            {t('designer.import')}
          </Button>
          <Button size="md" renderIcon={Add} onClick={() => setDialog('new')}>
            {t('designer.new')}
          </Button>
        </div>
      </div>
      <DesignerTabs />
      <div className="dsg-filter">
        <Search
          labelText={t('designer.find')}
          placeholder={t('designer.find')}
          size="md"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onClear={() => setText('')}
        />
        <Select
          id="dsg-status"
          labelText={t('designer.status')}
          inline
          value={filter.status}
          onChange={(event) => setFilter({ status: event.target.value as ProcessStatus | '' })}
        >
          <SelectItem value="" text={t('designer.allStatuses')} />
          {STATUSES.map((status) => (
            <SelectItem key={status} value={status} text={t(`designer.state.${status}`)} />
          ))}
        </Select>
        {filter.tag && (
          <Button kind="ghost" size="md" onClick={() => setFilter({ tag: '' })}>
            {t('designer.withoutTag', { tag: filter.tag })}
          </Button>
        )}
        {total != null && (
          <span className="fm-hint" aria-live="polite">
            {t('designer.count', { count: total })}
          </span>
        )}
      </div>
      {isOver && <InlineNotification kind="info" lowContrast hideCloseButton title={t('designer.dropHere')} />}
      {list.isError && <ProblemNotice problem={list.error} retry={() => void list.refetch()} />}
      {list.isPending && <DataTableSkeleton columnCount={6} rowCount={6} showHeader={false} showToolbar={false} />}
      {list.isSuccess && items.length === 0 && (
        <EmptyState
          title={t(isFiltered ? 'designer.noneFound' : 'designer.none')}
          text={t(isFiltered ? 'designer.noneFoundText' : 'designer.noneText')}
          action={!isFiltered && <Button onClick={() => setDialog('new')}>{t('designer.new')}</Button>}
        />
      )}
      {items.length > 0 && (
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
              {items.map((process) => (
                <TableRow key={process.id}>
                  <TableCell>
                    <Link to={`/designer/processes/${process.id}`} className="cds--link">
                      {process.name}
                    </Link>
                    <div className="fm-hint">{process.key}</div>
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
                    <Time at={process.updatedAt} /> <span className="fm-hint">{process.updatedBy}</span>
                  </TableCell>
                  <TableCell>
                    <ArchiveButton process={process} />
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </div>
      )}
      {list.hasNextPage && (
        <Button kind="ghost" disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('action.more')}
        </Button>
      )}
      {dialog === 'new' && <NewProcessDialog onClose={() => setDialog(null)} />}
      {dialog === 'import' && (
        <ImportDialog
          dropped={dropped}
          onClose={() => {
            setDialog(null);
            setDropped(null);
          }}
        />
      )}
    </div>
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
