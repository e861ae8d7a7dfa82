import { Checkbox, Tag } from '@carbon/react';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TaskView } from '../../../shared/api/schema';
import { Time } from '../../../shared/ui/Time';
import { useSession } from '../../../shared/session/SessionGate';
import { useStored } from '../../../shared/ui/stored';
import type { Column } from './columns';
import { seenTasks } from '../../../shared/ui/seenTasks';
import { SlaTag } from './SlaTag';

interface Props {
  task: TaskView;
  address: string;
  index: number;
  columns: Column[];
  isNarrow: boolean;
  isActive: boolean;
  isSelected: boolean;
  onActive: (id: string) => void;
  onOpen: (task: TaskView) => void;
  onSelect: (id: string) => void;
}

/** One task; the row that is active is the one stop of the Tab key. */
export const TaskRow = memo(function TaskRow({
  task,
  address,
  index,
  columns,
  isNarrow,
  isActive,
  isSelected,
  onActive,
  onOpen,
  onSelect,
}: Props) {
  const { t } = useTranslation();
  const id = task.id ?? '';
  const isUnread = !useStored(seenTasks).includes(id) && task.status === 'OPEN';
  return (
    <tr
      data-index={index}
      aria-rowindex={index + 2}
      tabIndex={isActive ? 0 : -1}
      aria-selected={isSelected}
      className={isUnread ? 'en-unread' : undefined}
      onFocus={() => onActive(id)}
      onClick={() => onOpen(task)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target === event.currentTarget) {
          onOpen(task);
        }
      }}
    >
      <td className="en-col-select" onClick={(event) => event.stopPropagation()}>
        <Checkbox
          id={`select-${id}`}
          labelText={t('engage.selectTask', { name: task.name })}
          hideLabel
          tabIndex={isActive ? 0 : -1}
          checked={isSelected}
          onChange={() => onSelect(id)}
        />
      </td>
      <td className="en-col-name">
        <span className="en-name">
          {isUnread && <span className="en-dot" role="img" aria-label={t('engage.unread')} />}
          <Link
            to={address}
            className="en-cut"
            tabIndex={-1}
            onClick={(event) => event.stopPropagation()}
          >
            {task.name}
          </Link>
          {task.escalation && (
            <Tag type="purple" size="sm">
              {t('engage.escalated')}
            </Tag>
          )}
          {task.onBehalfOf && (
            <Tag type="cool-gray" size="sm">
              {t('engage.onBehalfOf', { person: task.onBehalfOf })}
            </Tag>
          )}
        </span>
        {isNarrow && (
          <span className="en-below">
            <span className="en-cut fm-hint">
              {[task.processName, task.businessKey].filter(Boolean).join(' · ') || t('engage.noProcess')}
            </span>
            <SlaTag task={task} />
          </span>
        )}
      </td>
      {columns.map((column) => (
        <td key={column} className={`en-col-${column}`}>
          <Cell column={column} task={task} />
        </td>
      ))}
    </tr>
  );
});

function Cell({ column, task }: { column: Column; task: TaskView }): ReactNode {
  const { t } = useTranslation();
  const { userId } = useSession();
  switch (column) {
    case 'process':
      return <span className="en-cut">{task.processName ?? t('engage.noProcess')}</span>;
    case 'businessKey':
      return <span className="en-cut">{task.businessKey ?? '–'}</span>;
    case 'sla':
      return <SlaTag task={task} />;
    case 'assignee':
      if (task.status === 'COMPLETED') {
        return <span className="en-cut">{task.completedBy}</span>;
      }
      return <span className="en-cut">{task.assignee === userId ? t('engage.me') : (task.assignee ?? '–')}</span>;
    case 'priority':
      return t(`engage.priority.${priorityWord(task.priority ?? 50)}`, { value: task.priority });
    case 'due':
      return <Time at={task.dueAt} exact />;
    case 'created':
      return <Time at={task.createdAt} />;
  }
}

/** The number in a word; 50 is usual. */
export function priorityWord(priority: number): 'low' | 'normal' | 'high' | 'urgent' {
  if (priority < 40) {
    return 'low';
  }
  return priority < 60 ? 'normal' : priority < 85 ? 'high' : 'urgent';
}
