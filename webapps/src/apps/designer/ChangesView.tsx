import { InlineLoading } from '@carbon/react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DiagramViewer } from '@shared/bpmn/DiagramViewer';
import type { DiagramMarks } from '@shared/bpmn/marks';
import { ProblemNotice } from '@shared/ui/ProblemNotice';
import { compare, isSame, KINDS, type Changes } from './changes';

interface Props {
  before: { label: string; xml: string };
  after: { label: string; xml: string };
}

/** Two models, drawn one above the other with their differences marked, and the same in words. */
export function ChangesView({ before, after }: Props) {
  const { t } = useTranslation();
  const [selected, setSelected] = useState<string | null>(null);
  const comparison = useQuery({
    queryKey: ['bpmn-changes', before.xml, after.xml],
    queryFn: () => compare(before.xml, after.xml),
    gcTime: 0,
    retry: false,
  });
  const marks = useMemo(() => (comparison.data ? marksOf(comparison.data) : undefined), [comparison.data]);

  if (comparison.isPending) {
    return <InlineLoading description={t('editor.comparing')} />;
  }
  if (comparison.isError) {
    return <ProblemNotice problem={comparison.error} retry={() => void comparison.refetch()} />;
  }
  if (isSame(comparison.data)) {
    return <p>{t('editor.noChanges')}</p>;
  }
  return (
    <div className="dsg-changes">
      {KINDS.filter((kind) => comparison.data[kind].length > 0).map((kind) => (
        <section key={kind}>
          <h3 className={`dsg-kind dsg-kind--${kind}`}>
            {t(`editor.change.${kind}`, { count: comparison.data[kind].length })}
          </h3>
          <ul>
            {comparison.data[kind].map((element) => (
              <li key={element.id}>
                <button type="button" className="dsg-link" onClick={() => setSelected(element.id)}>
                  {element.name}
                </button>
                {element.details.map((detail) => (
                  <div key={detail} className="fm-hint">
                    {detail}
                  </div>
                ))}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <h3>{before.label}</h3>
      <DiagramViewer xml={before.xml} label={before.label} height="16rem" selected={selected} marks={marks?.before} />
      <h3>{after.label}</h3>
      <DiagramViewer xml={after.xml} label={after.label} height="16rem" selected={selected} marks={marks?.after} />
    </div>
  );
}

function marksOf(changes: Changes): { before: DiagramMarks; after: DiagramMarks } {
  const classes = (kinds: readonly (keyof Changes)[]) =>
    Object.fromEntries(
      kinds.flatMap((kind) => changes[kind].map(({ id }) => [id, `dsg-diff-${kind}`] as const)),
    );
  return {
    before: { classes: classes(['moved', 'changed', 'removed']) },
    after: { classes: classes(['moved', 'changed', 'added']) },
  };
}
