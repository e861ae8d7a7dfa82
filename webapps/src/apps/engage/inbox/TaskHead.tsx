import { ArrowDown, ArrowUp } from '@carbon/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SORTS, type Column } from './columns';
import { readSort, sortBy, thenBy } from './sorting';

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
  const order = readSort(sort);
  const place = order.findIndex((one) => one.by === by);
  const isDescending = order[place]?.isDescending;
  return (
    <th
      scope="col"
      className={`en-col-${column}`}
      aria-sort={place < 0 ? undefined : isDescending ? 'descending' : 'ascending'}
    >
      {by ? (
        <button
          type="button"
          title={t('engage.sortHint')}
          onClick={(event) => onSort(event.shiftKey ? thenBy(sort, by) : sortBy(sort, by))}
        >
          {label}
          {place >= 0 && (isDescending ? <ArrowDown /> : <ArrowUp />)}
          {place >= 0 && order.length > 1 && (
            <span className="en-order">
              <span className="cds--visually-hidden">{t('engage.sortPlace')} </span>
              {place + 1}
            </span>
          )}
        </button>
      ) : (
        label
      )}
    </th>
  );
}
