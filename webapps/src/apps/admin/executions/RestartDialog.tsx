import { Select, SelectItem } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, body } from '../../../shared/api/client';
import { ConfirmDialog } from '../../../shared/ui/ConfirmDialog';
import { useChange } from './ControlDialogs';
import type { ActionProps } from './ExecutionActions';
import { useModel } from '../../../shared/executions/execution.queries';
import { flowNodes } from './nodes';
import { NodeSelect } from './NodeSelect';

const VARIABLES = ['INITIAL', 'LAST', 'NONE'] as const;

/** Runs an ended execution again, as a new one. */
export function RestartDialog({ execution, onClose }: ActionProps) {
  const { t } = useTranslation();
  const change = useChange();
  const navigate = useNavigate();
  const model = useModel(execution.processId, execution.version);
  const [variables, setVariables] = useState<(typeof VARIABLES)[number]>('INITIAL');
  const [activity, setActivity] = useState('');

  async function restart(reason: string | undefined) {
    const again = await body(
      api.POST('/executions/{id}/restart', {
        params: { path: { id: execution.id ?? '' } },
        body: { variables, activities: activity ? [activity] : undefined, reason },
      }),
    );
    void navigate(`/admin/executions/${again.id}`);
  }

  return (
    <ConfirmDialog
      asksReason
      title={t('admin.action.restart.title')}
      text={t('admin.action.restart.text')}
      confirm={t('admin.action.restart.name')}
      onClose={onClose}
      run={(reason) => change(restart(reason), t('admin.action.restart.done'))}
    >
      <Select
        id="restart-variables"
        labelText={t('admin.action.restart.variables')}
        value={variables}
        onChange={(event) => setVariables(event.target.value as typeof variables)}
      >
        {VARIABLES.map((one) => (
          <SelectItem key={one} value={one} text={t(`admin.action.restart.with.${one}`)} />
        ))}
      </Select>
      <NodeSelect
        label={t('admin.action.restart.from')}
        nodes={flowNodes(model.data?.bpmnXml)}
        value={activity}
        change={setActivity}
      />
    </ConfirmDialog>
  );
}
