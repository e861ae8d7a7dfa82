import { Button, DataTableSkeleton, InlineNotification } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import type { ProcessView } from '@shared/api/schema';
import { EmptyState } from '@shared/ui/EmptyState';
import { ProblemNotice } from '@shared/ui/ProblemNotice';
import { useListedShortcuts, type ShortcutGroup } from '@shared/ui/shortcutList';
import { useToasts } from '@shared/ui/Toasts';
import { useShortcuts } from '@shared/ui/useShortcuts';
import { withChanges } from '@shared/ui/useUrlFilters';
import { bringsFiles } from './folders/dragging';
import { subfolders } from './folders/folders';
import { useFolders, useMoveProcess } from './folders/folders.queries';
import { FolderTrail } from './folders/FolderTrail';
import { MoveDialog } from './folders/MoveDialog';
import { ImportDialog } from './ImportDialog';
import { ListFilter } from './ListFilter';
import { ListHead } from './ListHead';
import { NewProcessDialog } from './NewProcessDialog';
import { ProcessTable } from './ProcessTable';
import { isSearch, useProcesses, type ProcessFilter } from './processes.queries';
import { useFilter } from './useFilter';

const KEYS: ShortcutGroup = { title: 'app.designer', keys: [['n', 'designer.new'], ['i', 'designer.import']] };
const MODELS = /\.(bpmn|bpmn20\.xml|xml|zip)$/i;

/** All processes of the tenant that are drawn here, by folder. */
export function ProcessList() {
  const { t } = useTranslation();
  const [filter, setFilter] = useFilter();
  const { search } = useLocation();
  const toasts = useToasts();
  const [dialog, setDialog] = useState<'new' | 'import' | ProcessView | null>(null);
  const [dropped, setDropped] = useState<File | null>(null);
  const [isOver, setOver] = useState(false);
  const list = useProcesses(filter);
  const known = useFolders(filter.status);
  const move = useMoveProcess();
  const processes = list.data?.pages.flatMap((page) => page.items ?? []) ?? [];
  const folders = isSearch(filter) ? [] : subfolders(known.data ?? [], filter.folder);
  const isEmpty = list.isSuccess && processes.length === 0 && folders.length === 0;

  useListedShortcuts(KEYS);
  useShortcuts({ n: () => setDialog('new'), i: () => setDialog('import') });

  const addressOf = (folder: string) =>
    `/designer?${withChanges(new URLSearchParams(search), { folder, q: undefined, tag: undefined })}`;

  function drop(file: File | undefined) {
    setOver(false);
    if (file) {
      setDropped(file);
      setDialog('import');
    }
  }

  function moveTo(id: string, folder: string) {
    const moved = processes.find((process) => process.id === id);
    move.mutate(
      { id, folder },
      {
        onSuccess: () =>
          toasts.done(t('folders.moved', { name: moved?.name, folder: folder || t('folders.top') }), {
            undo: () => move.mutate({ id, folder: moved?.folder ?? '' }, { onError: toasts.failed }),
          }),
        onError: toasts.failed,
      },
    );
  }

  return (
    <div
      className={`fm-page dsg-drop${isOver ? ' dsg-drop--over' : ''}`}
      onDragOver={(event) => {
        if (bringsFiles(event)) {
          event.preventDefault();
          setOver(true);
        }
      }}
      onDragLeave={(event) => event.currentTarget === event.target && setOver(false)}
      onDrop={(event) => {
        if (bringsFiles(event)) {
          event.preventDefault();
          const files = [...event.dataTransfer.files];
          drop(files.find((file) => MODELS.test(file.name)) ?? files[0]);
        }
      }}
    >
      <ListHead
        title={t('designer.processes')}
        bring={t('designer.import')}
        make={t('designer.new')}
        onBring={() => setDialog('import')}
        onMake={() => setDialog('new')}
      />
      <ListFilter filter={filter} setFilter={setFilter} total={list.data?.pages[0]?.total} />
      {isOver && <InlineNotification kind="info" lowContrast hideCloseButton title={t('designer.dropHere')} />}
      {isSearch(filter) ? (
        <p className="fm-hint">{t('folders.everywhere')}</p>
      ) : (
        (filter.folder || folders.length > 0) && (
          <FolderTrail folder={filter.folder} addressOf={addressOf} onMove={moveTo} />
        )
      )}
      {list.isError && <ProblemNotice problem={list.error} retry={() => void list.refetch()} />}
      {list.isPending && <DataTableSkeleton columnCount={6} rowCount={6} showHeader={false} showToolbar={false} />}
      {isEmpty && <NothingListed filter={filter} onNew={() => setDialog('new')} />}
      {processes.length + folders.length > 0 && (
        <ProcessTable
          folders={folders}
          processes={processes}
          filter={filter}
          setFilter={setFilter}
          saysFolder={isSearch(filter)}
          addressOf={addressOf}
          onAskMove={setDialog}
          onMove={moveTo}
        />
      )}
      {list.hasNextPage && (
        <Button kind="ghost" disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('action.more')}
        </Button>
      )}
      {dialog === 'new' && <NewProcessDialog folder={filter.folder} onClose={() => setDialog(null)} />}
      {dialog === 'import' && (
        <ImportDialog
          dropped={dropped}
          folder={filter.folder}
          onClose={() => {
            setDialog(null);
            setDropped(null);
          }}
        />
      )}
      {dialog !== null && typeof dialog === 'object' && (
        <MoveDialog process={dialog} onClose={() => setDialog(null)} />
      )}
    </div>
  );
}

function NothingListed({ filter, onNew }: { filter: ProcessFilter; onNew: () => void }) {
  const { t } = useTranslation();
  if (isSearch(filter) || filter.status !== '') {
    return <EmptyState title={t('designer.noneFound')} text={t('designer.noneFoundText')} />;
  }
  return (
    <EmptyState
      title={t(filter.folder ? 'folders.empty' : 'designer.none')}
      text={t(filter.folder ? 'folders.emptyText' : 'designer.noneText')}
      action={<Button onClick={onNew}>{t('designer.new')}</Button>}
    />
  );
}
