import {
  Button,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  TableSelectAll,
  TableSelectRow,
} from '@carbon/react';
import { ArrowDown, ArrowsVertical, ArrowUp } from '@carbon/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from './EmptyState';
import { rowsOf, type Pages } from './pages';
import { ProblemNotice } from './ProblemNotice';
import './table.scss';

export interface Column<T> {
  key: string;
  header: string;
  cell: (row: T) => ReactNode;
  /** The name that the platform sorts by, where it can. */
  sort?: string;
}

export interface Sorting {
  /** As the platform takes it, for example `startedAt:desc`. */
  by: string;
  change: (by: string) => void;
}

export interface Selection<T> {
  ids: ReadonlySet<string>;
  change: (ids: ReadonlySet<string>) => void;
  nameOf: (row: T) => string;
}

interface Props<T> {
  label: string;
  columns: Column<T>[];
  pages: Pages<T>;
  idOf: (row: T) => string;
  empty: { title: string; text?: string; action?: ReactNode };
  sorting?: Sorting;
  selection?: Selection<T>;
}

/** A list with keyset pages: skeleton, empty state, failure with retry, sorting, selection, more. */
export function PagedTable<T>(props: Props<T>) {
  const { label, columns, pages, empty } = props;
  const { t } = useTranslation();
  const rows = rowsOf(pages);
  if (pages.isPending) {
    return <TableSkeleton label={t('table.loading')} columns={columns.length} />;
  }
  if (pages.error && rows.length === 0) {
    return <ProblemNotice problem={pages.error} retry={() => void pages.refetch()} />;
  }
  if (rows.length === 0) {
    return <EmptyState {...empty} />;
  }
  return (
    <>
      {pages.error && <ProblemNotice problem={pages.error} retry={() => void pages.refetch()} />}
      <div className="fm-table-scroll" role="region" aria-label={label} tabIndex={0}>
        <Table size="sm" aria-label={label}>
          <Heads {...props} rows={rows} />
          <TableBody>
            {rows.map((row) => (
              <Row key={props.idOf(row)} {...props} row={row} />
            ))}
          </TableBody>
        </Table>
      </div>
      <Foot pages={pages} shown={rows.length} />
    </>
  );
}

function Heads<T>({ columns, sorting, selection, idOf, rows }: Props<T> & { rows: T[] }) {
  const { t } = useTranslation();
  const chosen = rows.filter((row) => selection?.ids.has(idOf(row))).length;
  return (
    <TableHead>
      <TableRow>
        {selection && (
          <TableSelectAll
            id="select-all"
            name="select-all"
            aria-label={t('table.selectAll')}
            checked={chosen === rows.length}
            indeterminate={chosen > 0 && chosen < rows.length}
            onSelect={() =>
              selection.change(chosen === rows.length ? new Set() : new Set(rows.map(idOf)))
            }
          />
        )}
        {columns.map((column) => (
          <Head key={column.key} column={column} sorting={sorting} />
        ))}
      </TableRow>
    </TableHead>
  );
}

function Head<T>({ column, sorting }: { column: Column<T>; sorting: Sorting | undefined }) {
  if (!sorting || !column.sort) {
    return <TableHeader>{column.header}</TableHeader>;
  }
  const [by, direction] = sorting.by.split(':');
  const isSorted = by === column.sort;
  const next = isSorted && direction === 'asc' ? 'desc' : 'asc';
  const Arrow = !isSorted ? ArrowsVertical : direction === 'asc' ? ArrowUp : ArrowDown;
  return (
    <th
      scope="col"
      aria-sort={!isSorted ? 'none' : direction === 'asc' ? 'ascending' : 'descending'}
    >
      <button
        type="button"
        className="fm-sort"
        onClick={() => sorting.change(`${column.sort}:${next}`)}
      >
        {column.header} <Arrow />
      </button>
    </th>
  );
}

function Row<T>({ row, columns, selection, idOf }: Props<T> & { row: T }) {
  const { t } = useTranslation();
  const id = idOf(row);
  const isChosen = selection?.ids.has(id) ?? false;
  return (
    <TableRow isSelected={isChosen}>
      {selection && (
        <TableSelectRow
          id={`select-${id}`}
          name={`select-${id}`}
          aria-label={t('table.select', { name: selection.nameOf(row) })}
          checked={isChosen}
          onSelect={() => {
            const next = new Set(selection.ids);
            if (!next.delete(id)) {
              next.add(id);
            }
            selection.change(next);
          }}
        />
      )}
      {columns.map((column) => (
        <TableCell key={column.key}>{column.cell(row)}</TableCell>
      ))}
    </TableRow>
  );
}

function Foot<T>({ pages, shown }: { pages: Pages<T>; shown: number }) {
  const { t } = useTranslation();
  const first = pages.data?.pages[0];
  const more = first?.totalIsExact === false ? '+' : '';
  return (
    <div className="fm-row fm-table-foot">
      <span className="fm-hint" role="status">
        {first?.total == null
          ? t('table.shown', { shown })
          : t('table.shownOf', { shown, total: `${first.total}${more}` })}
      </span>
      {pages.hasNextPage && (
        <Button
          kind="ghost"
          size="sm"
          disabled={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t('action.more')}
        </Button>
      )}
    </div>
  );
}

const SKELETON_ROWS = 6;

/** Where a table will be. */
export function TableSkeleton({ label, columns }: { label: string; columns: number }) {
  return (
    <div className="fm-skeleton" role="status" aria-label={label}>
      {Array.from({ length: SKELETON_ROWS * columns }, (_, index) => (
        <span key={index} style={{ inlineSize: `${100 / columns - 2}%` }} />
      ))}
    </div>
  );
}
