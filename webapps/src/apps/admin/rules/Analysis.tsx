import { Tag } from '@carbon/react';
import { useTranslation } from 'react-i18next';
import type { TableAnalysis } from '../../../shared/api/schema';
import { TableSkeleton } from '../../../shared/ui/PagedTable';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';
import { useAnalysis } from './rules.queries';

/** Where rules overlap, what no rule matches, and which rule never decides. */
export function Analysis({ id, version }: { id: string; version: number | undefined }) {
  const { t } = useTranslation();
  const analysis = useAnalysis(id, version);
  if (analysis.isPending) {
    return <TableSkeleton label={t('table.loading')} columns={1} />;
  }
  if (analysis.error) {
    return <ProblemNotice problem={analysis.error} retry={() => void analysis.refetch()} />;
  }
  return (
    <div className="fm-page-part">
      {analysis.data.tables?.map((table) => <Findings key={table.decisionId} table={table} />)}
    </div>
  );
}

function Findings({ table }: { table: TableAnalysis }) {
  const { t } = useTranslation();
  const overlaps = table.overlaps ?? [];
  const found = [
    ...overlaps.map((one) => ({
      kind: one.conflict ? ('conflict' as const) : ('overlap' as const),
      text: t('admin.rules.overlap', { rules: one.rules?.join(', ') }),
      example: one.example,
    })),
    ...(table.gaps ?? []).map((one) => ({
      kind: 'gap' as const,
      text: t('admin.rules.gap'),
      example: one.example,
    })),
    ...(table.unreachable ?? []).map((one) => ({
      kind: 'unreachable' as const,
      text: t('admin.rules.unreachable', { rule: one.rule, by: one.coveredBy }),
      example: undefined,
    })),
  ];
  return (
    <section className="fm-decision">
      <h2>
        {table.name} <span className="fm-hint">{table.hitPolicy}</span>
      </h2>
      {found.length === 0 && <p>{t('admin.rules.clean')}</p>}
      <ul className="fm-outcomes">
        {found.map((one, at) => (
          <li key={at}>
            <Tag size="sm" type={one.kind === 'conflict' ? 'red' : 'gray'}>
              {t(`admin.rules.finding.${one.kind}`)}
            </Tag>{' '}
            {one.text} {one.example && <code>{JSON.stringify(one.example)}</code>}
          </li>
        ))}
      </ul>
      {table.complete === false && <p className="fm-hint">{t('admin.rules.incomplete')}</p>}
      {table.notAnalysed && table.notAnalysed.length > 0 && (
        <p className="fm-hint">
          {t('admin.rules.opaque', { rules: table.notAnalysed.map((cell) => cell.rule).join(', ') })}
        </p>
      )}
    </section>
  );
}
