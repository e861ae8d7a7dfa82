import { SkeletonText } from '@carbon/react';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskProcess } from '../../../shared/api/schema';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';
import { useExecution, useModel } from '@shared/executions/execution.queries';

const DiagramViewer = lazy(() =>
  import('../../../shared/bpmn/DiagramViewer').then((viewer) => ({ default: viewer.DiagramViewer })),
);

/** The process that the task belongs to, with its tokens; loads the viewer, so show it only when asked for. */
export function Diagram({ process, activityId }: { process: TaskProcess; activityId?: string }) {
  const { t } = useTranslation();
  const model = useModel(process.processId, process.version);
  const execution = useExecution(process.executionId);
  const marks = useMemo(
    () => ({ tokens: countBy((execution.data?.activities ?? []).flatMap(({ activityId: at }) => at ?? [])) }),
    [execution.data],
  );
  const failed = [model, execution].find((query) => query.error);
  if (failed) {
    return <ProblemNotice problem={failed.error} retry={() => void failed.refetch()} />;
  }
  if (!process.processId) {
    return <p className="fm-hint">{t('engage.diagram.none')}</p>;
  }
  return model.data?.bpmnXml ? (
    <Suspense fallback={<SkeletonText paragraph lineCount={6} />}>
      <DiagramViewer
        xml={model.data.bpmnXml}
        label={t('engage.diagram.of', { name: process.processName ?? process.processKey })}
        marks={marks}
        selected={activityId}
        height="55vh"
      />
    </Suspense>
  ) : (
    <SkeletonText paragraph lineCount={6} />
  );
}

function countBy(ids: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const id of ids) {
    counts[id] = (counts[id] ?? 0) + 1;
  }
  return counts;
}
