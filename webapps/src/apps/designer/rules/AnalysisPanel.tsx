import { SkeletonText } from '@carbon/react';
import { useTranslation } from 'react-i18next';
import type { TableAnalysis } from '@shared/api/schema';
import { ProblemNotice } from '@shared/ui/ProblemNotice';
import { useAnalysis } from './rules.queries';

/** Where the tables have gaps, or rules that get into each other's way, with an example for each. */
export function AnalysisPanel({ id, saves }: { id: string; saves: number }) {
  const analysis = useAnalysis(id, saves);
  if (analysis.isPending) {
    return <SkeletonText paragraph className="dsg-panel" />;
  }
  if (analysis.isError) {
    return <ProblemNotice problem={analysis.error} retry={() => void analysis.refetch()} />;
  }
  return (
    <div className="dsg-panel">
      {analysis.data.tables?.map((table) => <Table key={table.decisionId} table={table} />)}
    </div>
  );
}

function Table({ table }: { table: TableAnalysis }) {
  const { t } = useTranslation();
  const { overlaps = [], gaps = [], unreachable = [], notAnalysed = [] } = table;
  const example = (facts: unknown) => <code>{JSON.stringify(facts)}</code>;
  const isSound = overlaps.length + gaps.length + unreachable.length === 0;
  return (
    <section>
      <h2>
        {table.name} ({table.hitPolicy})
      </h2>
      {isSound && <p>{t('rules.sound')}</p>}
      <ul className="dsg-findings">
        {gaps.map((gap, at) => (
          <li key={`gap-${at}`}>
            {t('rules.gap')} {example(gap.example)}
          </li>
        ))}
        {overlaps.map((overlap, at) => (
          <li key={`overlap-${at}`}>
            {t(overlap.conflict ? 'rules.conflict' : 'rules.overlap', { rules: overlap.rules?.join(', ') })}{' '}
            {example(overlap.example)}
          </li>
        ))}
        {unreachable.map(({ rule, coveredBy }) => (
          <li key={`unreachable-${rule}`}>{t('rules.unreachable', { rule, coveredBy })}</li>
        ))}
      </ul>
      {notAnalysed.length > 0 && (
        <p className="fm-hint">
          {t('rules.notAnalysed', { rules: [...new Set(notAnalysed.map(({ rule }) => rule))].join(', ') })}
        </p>
      )}
    </section>
  );
}
