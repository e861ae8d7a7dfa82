import { useVirtualizer } from '@tanstack/react-virtual';
import { Checkbox } from '@carbon/react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskView } from '../../../shared/api/schema';
import { useNarrow } from '../useNarrow';
import type { Column } from './columns';
import { TaskHead } from './TaskHead';
import { TaskRow } from './TaskRow';

const ROW_PX = 44;
const NARROW_ROW_PX = 84;

interface Props {
  tasks: TaskView[];
  columns: Column[];
  sort: string;
  onSort: (sort: string) => void;
  activeId?: string;
  /** Counts up when the keyboard moved: the row then takes the focus. */
  moves: number;
  onActive: (id: string) => void;
  onOpen: (task: TaskView) => void;
  addressOf: (task: TaskView) => string;
  selected: ReadonlySet<string>;
  onSelect: (id: string) => void;
  onSelectAll: (all: boolean) => void;
  hasMore: boolean;
  onMore: () => void;
  /** Rows of the whole list, as far as known. */
  total?: number;
}

/** The tasks as a real table, of which only the rows in view are drawn. */
export function TaskTable(props: Props) {
  const { tasks, activeId, moves, hasMore, onMore, selected } = props;
  const { t } = useTranslation();
  const isNarrow = useNarrow();
  const columns = isNarrow ? [] : props.columns;
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: tasks.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (isNarrow ? NARROW_ROW_PX : ROW_PX),
    overscan: 10,
  });
  const drawn = rows.getVirtualItems();
  const last = drawn.at(-1)?.index ?? 0;

  useEffect(() => {
    if (hasMore && last >= tasks.length - 20) {
      onMore();
    }
  }, [hasMore, last, tasks.length, onMore]);

  useEffect(() => {
    rows.measure();
  }, [isNarrow, rows]);

  const focused = useRef(0);
  useEffect(() => {
    const index = tasks.findIndex((task) => task.id === activeId);
    if (moves === focused.current || index < 0) {
      return;
    }
    focused.current = moves;
    rows.scrollToIndex(index);
    requestAnimationFrame(() => {
      scroller.current?.querySelector<HTMLElement>(`tr[data-index="${index}"]`)?.focus({ preventScroll: true });
    });
  }, [moves, activeId, tasks, rows]);

  const before = drawn[0]?.start ?? 0;
  const after = rows.getTotalSize() - (drawn.at(-1)?.end ?? 0);
  const span = columns.length + 2;
  const isAnyActive = tasks.some((task) => task.id === activeId);
  return (
    <div className="en-scroll" ref={scroller}>
      <table className="en-table" aria-rowcount={(props.total ?? tasks.length) + 1} aria-label={t('engage.tasks')}>
        <TaskHead columns={columns} sort={props.sort} onSort={props.onSort}>
          <Checkbox
            id="select-all"
            labelText={t('engage.selectAll')}
            hideLabel
            checked={tasks.length > 0 && selected.size >= tasks.length}
            indeterminate={selected.size > 0 && selected.size < tasks.length}
            onChange={(_, { checked }) => props.onSelectAll(checked)}
          />
        </TaskHead>
        <tbody>
          {before > 0 && <Gap height={before} span={span} />}
          {drawn.map(({ index }) => {
            const task = tasks[index];
            return (
              task && (
                <TaskRow
                  key={task.id}
                  task={task}
                  address={props.addressOf(task)}
                  index={index}
                  columns={columns}
                  isNarrow={isNarrow}
                  isActive={isAnyActive ? task.id === activeId : index === 0}
                  isSelected={selected.has(task.id ?? '')}
                  onActive={props.onActive}
                  onOpen={props.onOpen}
                  onSelect={props.onSelect}
                />
              )
            );
          })}
          {after > 0 && <Gap height={after} span={span} />}
        </tbody>
      </table>
    </div>
  );
}

/** Stands for rows that are not drawn. */
function Gap({ height, span }: { height: number; span: number }) {
  return (
    <tr aria-hidden="true" style={{ height }}>
      <td colSpan={span} />
    </tr>
  );
}
