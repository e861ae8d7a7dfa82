/** More columns than this the platform does not take. */
const MOST = 4;

export interface SortColumn {
  by: string;
  isDescending: boolean;
}

/** Reads the API's words, as in "-priority,due"; the most important column first. */
export function readSort(sort: string): SortColumn[] {
  return sort
    .split(',')
    .filter(Boolean)
    .map((word) => ({ by: word.replace('-', ''), isDescending: word.startsWith('-') }));
}

export function writeSort(columns: SortColumn[]): string {
  return columns.map(({ by, isDescending }) => (isDescending ? `-${by}` : by)).join(',');
}

/** Urgent and new first is what people mean by these. */
const isUsuallyDescending = (by: string) => by === 'priority' || by === 'created';

/** The list by this column alone; once more turns it around. */
export function sortBy(sort: string, by: string): string {
  const usual = { by, isDescending: isUsuallyDescending(by) };
  return sort === writeSort([usual]) ? writeSort([{ by, isDescending: !usual.isDescending }]) : writeSort([usual]);
}

/** This column as the last one of the order; once more turns it around, and then takes it out. */
export function thenBy(sort: string, by: string): string {
  const columns = readSort(sort);
  const known = columns.find((column) => column.by === by);
  if (!known) {
    return writeSort([...columns.slice(0, MOST - 1), { by, isDescending: isUsuallyDescending(by) }]);
  }
  if (known.isDescending === isUsuallyDescending(by)) {
    return writeSort(
      columns.map((column) => (column === known ? { by, isDescending: !known.isDescending } : column)),
    );
  }
  return columns.length === 1 ? sort : writeSort(columns.filter((column) => column !== known));
}
