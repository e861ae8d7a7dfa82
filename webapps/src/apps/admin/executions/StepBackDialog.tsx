import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../shared/api/client';
import { ConfirmDialog } from '../../../shared/ui/ConfirmDialog';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';
import { useChange } from './ControlDialogs';
import type { ActionProps } from './ExecutionActions';
import { useHistory } from './executions.queries';
import { NodeSelect } from './NodeSelect';
import { waiting } from './tokens';

/** Back to an earlier activity; a dry run shows first which variables would change. */
export function StepBackDialog({ execution, onClose }: ActionProps) {
  const { t } = useTranslation();
  const change = useChange();
  const id = execution.id ?? '';
  const history = useHistory(id);
  const [activityId, setActivity] = useState('');
  const from = waiting(execution).map((one) => one.id);
  const passed = new Map(
    (history.data?.items ?? [])
      .filter((event) => event.type === 'ACTIVITY_COMPLETED' && event.activityId)
      .map((event) => [event.activityId ?? '', event.activityName || (event.activityId ?? '')]),
  );
  const stepBack = (dryRun: boolean, reason?: string) =>
    body(
      api.POST('/executions/{id}/step-back', {
        params: { path: { id } },
        body: { activityId, from, dryRun, reason },
      }),
    );
  const preview = useQuery({
    queryKey: ['step-back', id, activityId],
    queryFn: () => stepBack(true),
    enabled: activityId !== '',
    retry: false,
  });

  return (
    <ConfirmDialog
      asksReason
      size="md"
      title={t('admin.action.stepBack.title')}
      text={t('admin.action.stepBack.text')}
      confirm={t('admin.action.stepBack.name')}
      isReady={preview.isSuccess}
      onClose={onClose}
      run={(reason) => change(stepBack(false, reason), t('admin.action.stepBack.done'))}
    >
      <NodeSelect
        label={t('admin.action.stepBack.to')}
        nodes={[...passed].map(([id, name]) => ({ id, name }))}
        value={activityId}
        change={setActivity}
      />
      {preview.error && <ProblemNotice problem={preview.error} />}
      {preview.data && (
        <div>
          <h3>{t('admin.action.stepBack.changes')}</h3>
          {preview.data.variables?.length ? (
            <ul className="fm-outcomes">
              {preview.data.variables.map((variable) => (
                <li key={variable.name}>
                  <code>
                    {variable.name}: {shown(variable.old)} →{' '}
                    {'changed' in variable ? shown(variable.changed) : t('admin.variables.removed')}
                  </code>
                </li>
              ))}
            </ul>
          ) : (
            <p className="fm-hint">{t('admin.action.stepBack.noChanges')}</p>
          )}
        </div>
      )}
    </ConfirmDialog>
  );
}

function shown(value: unknown): string {
  return value === undefined ? '–' : JSON.stringify(value);
}
