import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { BpmnModeler } from '@shared/bpmn/modeler';
import { drawComments } from './commentBadges';
import { openCounts } from './comments';
import { useComments } from './comments.queries';

/** Keeps a badge on each element with open comments; answers with how many there are in all. */
export function useCommentBadges(id: string, modeler: BpmnModeler | null, open: (element: string) => void): number {
  const { t } = useTranslation();
  const { data } = useComments(id);
  const counts = useMemo(() => openCounts(data ?? []), [data]);
  useEffect(
    () =>
      modeler
        ? drawComments(modeler, counts, (count, name) => t('together.badge', { count, name }), open)
        : undefined,
    [modeler, counts, open, t],
  );
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}
