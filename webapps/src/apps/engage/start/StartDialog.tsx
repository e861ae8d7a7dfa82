import { Button, Modal, Select, SelectItem, TextInput } from '@carbon/react';
import { Add, TrashCan } from '@carbon/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ProcessView } from '../../../shared/api/schema';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';
import { useToasts } from '../../../shared/ui/Toasts';
import { useStart } from './start.queries';
import { faultOf, TYPES, valuesOf, type TypedVariable, type VariableType } from './variables';

/** Starts a process with what the case is called and what is known of it. */
export function StartDialog({ process, onClose }: { process: ProcessView; onClose: () => void }) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const navigate = useNavigate();
  const start = useStart();
  // A second press of the button must not start a second case.
  const [key] = useState(() => crypto.randomUUID());
  const [businessKey, setBusinessKey] = useState('');
  const [rows, setRows] = useState<TypedVariable[]>([]);
  const faults = rows.map((row) => faultOf(row, rows));

  function change(index: number, part: Partial<TypedVariable>) {
    setRows((now) => now.map((row, at) => (at === index ? { ...row, ...part } : row)));
  }

  function begin() {
    start.mutate(
      {
        key,
        request: { processKey: process.key, businessKey: businessKey.trim() || undefined, variables: valuesOf(rows) },
      },
      {
        onSuccess: (execution) => {
          toasts.done(t('engage.start.started', { name: process.name }), { text: execution.businessKey ?? undefined });
          onClose();
          void navigate('/engage?view=group');
        },
      },
    );
  }

  return (
    <Modal
      open
      size="md"
      modalHeading={t('engage.start.of', { name: process.name })}
      primaryButtonText={t('engage.start.start')}
      primaryButtonDisabled={start.isPending || faults.some(Boolean)}
      secondaryButtonText={t('action.cancel')}
      onRequestClose={onClose}
      onRequestSubmit={begin}
    >
      <div className="en-fields">
        {start.error && <ProblemNotice problem={start.error} />}
        <TextInput
          id="start-key"
          data-modal-primary-focus
          labelText={t('engage.column.businessKey')}
          helperText={t('engage.start.keyHelp')}
          maxLength={255}
          value={businessKey}
          onChange={(event) => setBusinessKey(event.target.value)}
        />
        <fieldset className="en-variables">
          <legend className="cds--label">{t('engage.start.variables')}</legend>
          {rows.map((row, index) => (
            <VariableRow
              key={index}
              id={`variable-${index}`}
              row={row}
              fault={faults[index]}
              onChange={(part) => change(index, part)}
              onRemove={() => setRows((now) => now.filter((_, at) => at !== index))}
            />
          ))}
          <Button
            kind="ghost"
            size="sm"
            renderIcon={Add}
            onClick={() => setRows((now) => [...now, { name: '', type: 'text', value: '' }])}
          >
            {t('engage.start.addVariable')}
          </Button>
        </fieldset>
      </div>
    </Modal>
  );
}

interface RowProps {
  id: string;
  row: TypedVariable;
  fault: string | undefined;
  onChange: (part: Partial<TypedVariable>) => void;
  onRemove: () => void;
}

function VariableRow({ id, row, fault, onChange, onRemove }: RowProps) {
  const { t } = useTranslation();
  const isName = fault === 'name' || fault === 'twice';
  return (
    <div className="en-variable">
      <TextInput
        id={`${id}-name`}
        size="sm"
        labelText={t('engage.start.name')}
        invalid={isName && row.name !== ''}
        invalidText={t(`engage.start.fault.${fault}`)}
        value={row.name}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <Select
        id={`${id}-type`}
        size="sm"
        labelText={t('engage.start.type')}
        value={row.type}
        onChange={(event) => {
          const type = event.target.value as VariableType;
          onChange({ type, value: type === 'boolean' ? 'true' : '' });
        }}
      >
        {TYPES.map((type) => (
          <SelectItem key={type} value={type} text={t(`engage.start.kind.${type}`)} />
        ))}
      </Select>
      {row.type === 'boolean' ? (
        <Select
          id={`${id}-value`}
          size="sm"
          labelText={t('engage.start.value')}
          value={row.value}
          onChange={(event) => onChange({ value: event.target.value })}
        >
          <SelectItem value="true" text={t('engage.yes')} />
          <SelectItem value="false" text={t('engage.no')} />
        </Select>
      ) : (
        <TextInput
          id={`${id}-value`}
          size="sm"
          labelText={t('engage.start.value')}
          invalid={fault === 'number' && row.value !== ''}
          invalidText={t('engage.start.fault.number')}
          value={row.value}
          onChange={(event) => onChange({ value: event.target.value })}
        />
      )}
      <Button
        kind="ghost"
        size="sm"
        hasIconOnly
        renderIcon={TrashCan}
        iconDescription={t('engage.start.removeVariable')}
        tooltipAlignment="end"
        onClick={onRemove}
      />
    </div>
  );
}
