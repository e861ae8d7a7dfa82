import { Checkbox } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../shared/api/client';
import { ConfirmDialog } from '../../../shared/ui/ConfirmDialog';
import { useChange } from './ControlDialogs';
import type { ActionProps } from './ExecutionActions';
import { useModel } from '../../../shared/executions/execution.queries';
import { flowNodes } from './nodes';
import { NodeSelect } from './NodeSelect';
import { waiting } from './tokens';

/** Takes tokens from where they are and puts one elsewhere. */
export function MoveDialog({ execution, onClose }: ActionProps) {
  const { t } = useTranslation();
  const change = useChange();
  const model = useModel(execution.processId, execution.version);
  const nodes = flowNodes(model.data?.bpmnXml);
  const here = waiting(execution);
  const [from, setFrom] = useState<string[]>(here.length === 1 ? here.map((one) => one.id) : []);
  const [to, setTo] = useState('');
  const nameOf = (id: string) => nodes.find((node) => node.id === id)?.name ?? id;

  return (
    <ConfirmDialog
      asksReason
      title={t('admin.action.move.title')}
      text={
        from.length + to.length === 0
          ? t('admin.action.move.text')
          : [
              from.length > 0 && t('admin.action.move.taken', { from: from.map(nameOf).join(', ') }),
              to && t('admin.action.move.put', { to: nameOf(to) }),
              t('admin.action.move.variables'),
            ]
              .filter(Boolean)
              .join(' ')
      }
      confirm={t('admin.action.move.name')}
      isReady={from.length > 0 || to !== ''}
      onClose={onClose}
      run={(reason) =>
        change(
          body(
            api.POST('/executions/{id}/move', {
              params: { path: { id: execution.id ?? '' } },
              body: { from, to: to ? [to] : [], reason },
            }),
          ),
          t('admin.action.move.done'),
        )
      }
    >
      <fieldset>
        <legend>{t('admin.action.move.from')}</legend>
        {here.map((one) => (
          <Checkbox
            key={one.id}
            id={`from-${one.id}`}
            labelText={`${one.name} (${one.count})`}
            checked={from.includes(one.id)}
            onChange={(_, { checked }) =>
              setFrom(checked ? [...from, one.id] : from.filter((other) => other !== one.id))
            }
          />
        ))}
      </fieldset>
      <NodeSelect label={t('admin.action.move.to')} nodes={nodes} value={to} change={setTo} />
    </ConfirmDialog>
  );
}
