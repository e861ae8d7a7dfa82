import { ArrowDown, ArrowUp } from '@carbon/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SORTS, type Column } from './columns';

interface Props {
  columns: Column[];
  sort: string;
  onSort: (sort: string) => void;
  /** Stands in the first column, where the rows have their tick boxes. */
  children: ReactNode;
}

/** The columns' names; those that can be sorted by are buttons. */
export function TaskHead({ columns, sort, onSort, children }: Props) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" className="en-col-select">
          {children}
        </th>
        {(['name', ...columns] as const).map((column) => (
          <Head key={column} column={column} sort={sort} onSort={onSort} />
        ))}
      </tr>
    </thead>
  );
}

function Head({ column, sort, onSort }: { column: Column | 'name'; sort: string; onSort: (sort: string) => void }) {
  const { t } = useTranslation();
  const by = SORTS[column];
  const label = t(`engage.column.${column}`);
  const isDescending = sort.startsWith('-');
  const isBy = by !== undefined && sort.replace('-', '') === by;
  // Urgent and new first is what people mean by these.
  const first = by === 'priority' || by === 'created' ? `-${by}` : (by ?? '');
  const other = first.startsWith('-') ? first.slice(1) : `-${first}`;
  return (
    <th
      scope="col"
      className={`en-col-${column}`}
      aria-sort={isBy ? (isDescending ? 'descending' : 'ascending') : undefined}
    >
      {by ? (
        <button type="button" onClick={() => onSort(sort === first ? other : first)}>
          {label}
          {isBy && (isDescending ? <ArrowDown /> : <ArrowUp />)}
        </button>
      ) : (
        label
      )}
    </th>
  );
}
