import { useTranslation } from 'react-i18next';
import { TableSkeleton } from './PagedTable';
import { ProblemNotice } from './ProblemNotice';

interface Props {
  query: { isPending: boolean; error: unknown; refetch: () => unknown };
  columns?: number;
}

/** A page whose content is not there: where it will be, or why it cannot be read. */
export function Waiting({ query, columns = 2 }: Props) {
  const { t } = useTranslation();
  if (!query.isPending) {
    return <ProblemNotice problem={query.error} retry={() => void query.refetch()} standalone />;
  }
  return (
    <div className="fm-page">
      <TableSkeleton label={t('table.loading')} columns={columns} />
    </div>
  );
}
