import { Button, Checkbox, Search, Select, SelectItem, TextInput } from '@carbon/react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { DateTimeInput } from '../../../shared/ui/DateTimeInput';
import type { UrlFilters } from '../../../shared/ui/useUrlFilters';
import { useProcessNames } from '../processes/processes.queries';
import { OPERATORS, STATUSES } from './filter';

const TYPING_MS = 300;

/** Everything that executions can be searched by. */
export function ExecutionFilters({ filters }: { filters: UrlFilters }) {
  const { t } = useTranslation();
  const processes = useProcessNames();
  const [round, setRound] = useState(0);
  return (
    <search className="fm-filters">
      <Typed key={round} filters={filters} />
      <Select
        id="status"
        labelText={t('admin.executions.status')}
        value={filters.one('status') ?? ''}
        onChange={(event) => filters.set({ status: event.target.value })}
      >
        <SelectItem value="" text={t('admin.any')} />
        {STATUSES.map((status) => (
          <SelectItem key={status} value={status} text={t(`executionWork.status.${status}`)} />
        ))}
      </Select>
      <Select
        id="processKey"
        labelText={t('admin.executions.process')}
        value={filters.one('processKey') ?? ''}
        onChange={(event) => filters.set({ processKey: event.target.value })}
      >
        <SelectItem value="" text={t('admin.any')} />
        {processes.data?.map((process) => (
          <SelectItem key={process.key} value={process.key} text={process.name ?? ''} />
        ))}
      </Select>
      <DateTimeInput
        label={t('admin.executions.startedAfter')}
        value={filters.one('startedAfter')}
        change={(startedAfter) => filters.set({ startedAfter })}
      />
      <DateTimeInput
        label={t('admin.executions.startedBefore')}
        value={filters.one('startedBefore')}
        change={(startedBefore) => filters.set({ startedBefore })}
      />
      <VariableCondition filters={filters} />
      <Checkbox
        id="hasIncident"
        labelText={t('admin.executions.hasIncident')}
        checked={filters.one('hasIncident') === 'true'}
        onChange={(_, { checked }) => filters.set({ hasIncident: checked ? 'true' : undefined })}
      />
      {!filters.isEmpty && (
        <Button
          kind="ghost"
          size="sm"
          onClick={() => {
            filters.clear();
            setRound(round + 1);
          }}
        >
          {t('admin.clear')}
        </Button>
      )}
    </search>
  );
}

/** The address follows the typing with a short delay. */
function Typed({ filters }: { filters: UrlFilters }) {
  const { t } = useTranslation();
  const [timer, setTimer] = useState(0);
  return (
    <Search
      size="md"
      className="fm-filter-text"
      labelText={t('admin.executions.search')}
      placeholder={t('admin.executions.search')}
      defaultValue={filters.one('q') ?? ''}
      onChange={(event) => {
        window.clearTimeout(timer);
        const q = event.target.value.trim();
        setTimer(window.setTimeout(() => filters.set({ q }), TYPING_MS));
      }}
    />
  );
}

function VariableCondition({ filters }: { filters: UrlFilters }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [operator, setOperator] = useState<string>(OPERATORS[0]);
  const [value, setValue] = useState('');
  const conditions = filters.many('variable');

  function add(event: FormEvent) {
    event.preventDefault();
    filters.set({ variable: [...conditions, `${name.trim()}:${operator}:${value}`] });
    setName('');
    setValue('');
  }

  return (
    <form className="fm-filters fm-filter-condition" onSubmit={add}>
      <TextInput
        id="variable-name"
        labelText={t('admin.executions.variable')}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Select
        id="variable-operator"
        labelText={t('admin.executions.operator')}
        value={operator}
        onChange={(event) => setOperator(event.target.value)}
      >
        {OPERATORS.map((known) => (
          <SelectItem key={known} value={known} text={t(`admin.operator.${known}`)} />
        ))}
      </Select>
      <TextInput
        id="variable-value"
        labelText={t('admin.executions.value')}
        value={value}
        onChange={(event) => setValue(event.target.value)}
      />
      <Button type="submit" kind="tertiary" size="md" disabled={!name.trim() || !value}>
        {t('admin.executions.addCondition')}
      </Button>
      {conditions.map((condition) => (
        <Button
          key={condition}
          kind="ghost"
          size="sm"
          aria-label={t('admin.executions.dropCondition', { condition })}
          onClick={() => filters.set({ variable: conditions.filter((other) => other !== condition) })}
        >
          {condition} ×
        </Button>
      ))}
    </form>
  );
}
