import { Button, SkeletonText } from '@carbon/react';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { TaskView } from '../../../shared/api/schema';
import { useSession } from '../../../shared/session/SessionGate';
import { EmptyState } from '../../../shared/ui/EmptyState';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';
import { useStored } from '../../../shared/ui/stored';
import { lazyDialog } from '../../../shared/ui/lazyDialog';
import { tasksKey, useNewestTasks, useTaskList } from '../tasks.queries';
import { useAssignment } from '../useAssignment';
import { chosenColumns } from './columns';
import { Conditions } from './Conditions';
import { useFreshTasks } from './fresh';
import { FreshBanner } from './FreshBanner';
import { sortOf, useInboxParams, writeParams } from './params';
import { TaskTable } from './TaskTable';
import { Toolbar } from './Toolbar';
import { useInboxKeys } from './useInboxKeys';
import { useSelection } from './useSelection';
import { Views } from './Views';

const BulkBar = lazyDialog(async () => (await import('./BulkBar')).BulkBar);
const AssignDialog = lazyDialog(async () => (await import('../people/AssignDialog')).AssignDialog);

/** The list that an employee's day begins with. */
export function Inbox() {
  const { t } = useTranslation();
  const { tenant } = useSession();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [params, change] = useInboxParams();
  const list = useTaskList(params);
  const tasks = useMemo(() => list.data?.pages.flatMap((page) => page.items ?? []) ?? [], [list.data]);
  const newest = useNewestTasks(params);
  const fresh = useFreshTasks(newest.data, tasks, list.data?.pages[0]?.readAt ?? 0);
  const columns = useStored(chosenColumns);
  const selection = useSelection(tasks, params);
  const { claim, assign } = useAssignment();
  const [assigning, setAssigning] = useState<TaskView | null>(null);

  const addressOf = (task: TaskView) => `/engage/tasks/${task.id}${writeParams(params)}`;
  const open = (task: TaskView) => void navigate(addressOf(task));
  const keys = useInboxKeys(tasks, {
    claim: (task) => void claim(task),
    assign: setAssigning,
    select: (task) => selection.toggle(task.id ?? ''),
  });

  const readAgain = () => void queries.resetQueries({ queryKey: [...tasksKey(tenant), 'list', params] });
  const first = list.data?.pages[0];
  const isFiltered = Boolean(params.q || params.process || params.filter || params.variable);

  return (
    <div className="fm-page en-inbox">
      <h1 className="cds--visually-hidden">{t('engage.inbox')}</h1>
      <Views params={params} />
      <Toolbar params={params} onChange={change} />
      <Conditions params={params} onChange={change} />
      <FreshBanner count={fresh.length} onShow={readAgain} />
      {list.error && <ProblemNotice problem={list.error} retry={() => void list.refetch()} />}
      {list.isPending && <SkeletonText paragraph lineCount={8} />}
      {list.data && tasks.length === 0 && (
        <EmptyState
          title={t('engage.empty.title')}
          text={t(isFiltered ? 'engage.empty.filtered' : `engage.empty.${params.view ?? 'all'}`)}
          action={
            isFiltered ? (
              <Button kind="tertiary" size="sm" onClick={() => change({ q: undefined, process: undefined, filter: undefined, variable: undefined })}>
                {t('engage.clearFilters')}
              </Button>
            ) : (
              <Link to="/engage/start">{t('engage.start.title')}</Link>
            )
          }
        />
      )}
      {tasks.length > 0 && (
        <TaskTable
          tasks={tasks}
          columns={columns}
          sort={sortOf(params)}
          onSort={(sort) => change({ sort })}
          activeId={keys.activeId}
          moves={keys.moves}
          onActive={keys.setActive}
          onOpen={open}
          addressOf={addressOf}
          selected={selection.selected}
          onSelect={selection.toggle}
          onSelectAll={selection.all}
          hasMore={list.hasNextPage && !list.isFetching}
          onMore={list.fetchNextPage}
          total={first?.totalIsExact === false ? -1 : (first?.total ?? undefined)}
        />
      )}
      {selection.chosen.length > 0 && <BulkBar tasks={selection.chosen} onClear={selection.clear} />}
      {assigning && (
        <AssignDialog
          title={t('engage.assignTask', { name: assigning.name })}
          label={t('engage.person.label')}
          confirm={t('engage.action.assign')}
          onClose={() => setAssigning(null)}
          onChoose={(person) => {
            void assign(assigning, person);
            setAssigning(null);
          }}
        />
      )}
    </div>
  );
}
