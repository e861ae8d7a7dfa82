import { Tag } from '@carbon/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TaskView } from '../../shared/api/schema';
import type { Pages } from '../../shared/ui/pages';
import { PagedTable, type Selection } from '../../shared/ui/PagedTable';
import { Time } from '../../shared/ui/Time';
import type { UrlFilters } from '../../shared/ui/useUrlFilters';

interface Props {
  label: string;
  pages: Pages<TaskView>;
  filters: UrlFilters;
  empty: { title: string; text?: string };
  selection?: Selection<TaskView>;
}

/** Tasks as a manager looks at them: why, since when, how urgent, with whom. */
export function TaskTable({ label, pages, filters, empty, selection }: Props) {
  const { t } = useTranslation();
  return (
    <PagedTable<TaskView>
      label={label}
      pages={pages}
      idOf={(task) => task.id ?? ''}
      selection={selection}
      sorting={{ by: filters.one('sort') ?? 'due:asc', change: (sort) => filters.set({ sort }) }}
      empty={empty}
      columns={[
        {
          key: 'task',
          header: t('manager.task.task'),
          sort: 'name',
          cell: (task) => (
            <>
              <Link to={`/manager/tasks/${task.id}`}>{task.name}</Link>
              <br />
              <span className="fm-hint">
                {[task.processName, task.businessKey].filter(Boolean).join(' · ')}
              </span>
            </>
          ),
        },
        {
          key: 'reason',
          header: t('manager.task.reason'),
          cell: (task) => <Reason task={task} />,
        },
        {
          key: 'since',
          header: t('manager.task.since'),
          cell: (task) => <Time at={task.escalation?.at ?? task.dueAt ?? task.createdAt} />,
        },
        {
          key: 'priority',
          header: t('manager.task.priority'),
          sort: 'priority',
          cell: (task) => task.priority,
        },
        {
          key: 'who',
          header: t('manager.task.who'),
          cell: (task) =>
            task.assignee ??
            [...(task.candidateGroups ?? []), ...(task.candidateUsers ?? [])].join(', '),
        },
        { key: 'due', header: t('manager.task.due'), sort: 'due', cell: (task) => <Time at={task.dueAt} /> },
      ]}
    />
  );
}

function Reason({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  if (task.escalation) {
    return (
      <>
        {task.escalation.reason ?? t('manager.task.escalated')}{' '}
        <span className="fm-hint">{task.escalation.by}</span>
      </>
    );
  }
  return task.overdue ? (
    <Tag type="red" size="sm">
      {t('manager.task.overdue')}
    </Tag>
  ) : (
    <>–</>
  );
}
