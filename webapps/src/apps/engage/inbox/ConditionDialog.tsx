import { Modal, Select, SelectItem, TextInput } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isComplete, OPERATORS, signOf, writeCondition, type Operator } from './conditions';
import './conditionWords';

interface Props {
  onAdd: (condition: string) => void;
  onClose: () => void;
}

/** Asks what a variable of the task or its process is to be like. */
export function ConditionDialog({ onAdd, onClose }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [operator, setOperator] = useState<Operator>('eq');
  const [value, setValue] = useState('');
  const condition = { name: name.trim(), operator, value: value.trim() };
  return (
    <Modal
      open
      size="sm"
      modalHeading={t('engage.condition.add')}
      primaryButtonText={t('engage.condition.apply')}
      primaryButtonDisabled={!isComplete(condition)}
      secondaryButtonText={t('action.cancel')}
      shouldSubmitOnEnter={isComplete(condition)}
      onRequestClose={onClose}
      onRequestSubmit={() => onAdd(writeCondition(condition))}
    >
      <div className="en-fields">
        <p className="fm-hint">{t('engage.condition.about')}</p>
        <TextInput
          id="condition-name"
          labelText={t('engage.condition.name')}
          placeholder="amount"
          maxLength={255}
          value={name}
          invalid={name.includes(':')}
          invalidText={t('engage.condition.noColon')}
          data-modal-primary-focus
          onChange={(event) => setName(event.target.value)}
        />
        <Select
          id="condition-operator"
          labelText={t('engage.condition.operator')}
          value={operator}
          onChange={(event) => setOperator(event.target.value as Operator)}
        >
          {OPERATORS.map((one) => (
            <SelectItem
              key={one}
              value={one}
              text={one === 'contains' ? t('engage.condition.contains') : `${signOf(one, '')} ${t(`engage.condition.${one}`)}`}
            />
          ))}
        </Select>
        <TextInput
          id="condition-value"
          labelText={t('engage.condition.value')}
          helperText={t('engage.condition.help')}
          maxLength={1000}
          value={value}
          onChange={(event) => setValue(event.target.value)}
        />
      </div>
    </Modal>
  );
}
