import { Checkbox, TextArea } from '@carbon/react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldFaults } from '../../../shared/ui/FormDialog';
import { PersonInput } from '../../../shared/ui/PersonInput';
import { TextField } from '../../../shared/ui/TextField';
import { limitsOf, thresholdOf, type Draft } from './draft';

interface Props {
  draft: Draft;
  change: (draft: Draft) => void;
  faults: FieldFaults;
}

const AREAS = [
  { key: 'skills', pointer: '/skills', rows: 2, hint: undefined },
  { key: 'tools', pointer: '/tools', rows: 3, hint: 'admin.agents.toolsText' },
  { key: 'approved', pointer: '/approvedTools', rows: 2, hint: 'admin.agents.approvedText' },
  { key: 'limits', pointer: '/limits', rows: 3, hint: 'admin.agents.limitsText' },
] as const;

/** Everything that makes an agent. */
export function AgentFields({ draft, change, faults }: Props) {
  const { t } = useTranslation();
  const set = (part: Partial<Draft>) => change({ ...draft, ...part });
  return (
    <>
      <TextField
        id="agent-name"
        labelText={t('admin.agents.name')}
        value={draft.name}
        onChange={(event) => set({ name: event.target.value })}
        {...faults('/name')}
      />
      <TextField
        id="agent-role"
        labelText={t('admin.agents.role')}
        helperText={t('admin.agents.roleText')}
        value={draft.role}
        onChange={(event) => set({ role: event.target.value })}
        {...faults('/role')}
      />
      <TextArea
        id="agent-instructions"
        labelText={t('admin.agents.instructions')}
        helperText={t('admin.agents.instructionsText')}
        rows={5}
        value={draft.instructions}
        onKeyDown={stays}
        onChange={(event) => set({ instructions: event.target.value })}
        {...faults('/instructions')}
      />
      <PersonInput
        label={t('admin.agents.manager')}
        helperText={t('admin.agents.managerText')}
        value={draft.manager}
        change={(manager) => set({ manager })}
      />
      {AREAS.map(({ key, pointer, rows, hint }) => (
        <TextArea
          key={key}
          id={`agent-${key}`}
          labelText={t(`admin.agents.${key}`)}
          helperText={hint && t(hint)}
          rows={rows}
          value={draft[key]}
          onKeyDown={stays}
          onChange={(event) => set({ [key]: event.target.value })}
          {...(key === 'limits' && limitsOf(draft.limits) === undefined
            ? { invalid: true, invalidText: t('admin.agents.limitsText') }
            : faults(pointer))}
        />
      ))}
      <TextField
        id="agent-model"
        labelText={t('admin.agents.model')}
        helperText={t('admin.agents.modelText')}
        value={draft.model}
        onChange={(event) => set({ model: event.target.value })}
        {...faults('/model')}
      />
      <TextField
        id="agent-threshold"
        type="number"
        min={0}
        max={1}
        step={0.05}
        labelText={t('admin.agents.threshold')}
        value={draft.threshold}
        invalid={thresholdOf(draft.threshold) === undefined}
        invalidText="0 – 1"
        onChange={(event) => set({ threshold: event.target.value })}
      />
      <Checkbox
        id="agent-shadow"
        labelText={t('admin.agents.shadow')}
        checked={draft.shadow}
        onChange={(_, { checked }) => set({ shadow: checked })}
      />
    </>
  );
}

/** Enter makes a new line, and does not send the dialog. */
function stays(event: KeyboardEvent) {
  if (event.key === 'Enter') {
    event.stopPropagation();
  }
}
