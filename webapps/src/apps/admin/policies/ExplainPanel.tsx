import { Button, Checkbox, InlineNotification, Select, SelectItem } from '@carbon/react';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../shared/api/client';
import type { PolicyView } from '../../../shared/api/schema';
import { PersonInput } from '../../../shared/ui/PersonInput';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';
import { TextField } from '../../../shared/ui/TextField';
import { DecisionTable } from '../rules/DecisionTable';
import { decisionsOf } from '../rules/dmn';
import { attributesOf } from './attributes';

const ACTIONS = ['read', 'claim', 'assign', 'release', 'delegate', 'respond', 'start', 'cancel', 'change'];
const TYPES = ['task', 'execution', 'process', 'rule-set', 'engine-rest'];

/** May this person do that, and which rule says so. */
export function ExplainPanel({ policy }: { policy: PolicyView }) {
  const { t } = useTranslation();
  const [person, setPerson] = useState('');
  const [action, setAction] = useState('claim');
  const [type, setType] = useState('task');
  const [attributes, setAttributes] = useState('');
  const [draft, setDraft] = useState(false);
  const read = attributesOf(attributes);
  const explained = useMutation({
    mutationFn: () =>
      body(
        api.POST('/policies/explain', {
          body: { draft, action, subject: { id: person.trim() }, resource: { type, attributes: read ?? {} } },
        }),
      ),
  });
  const xml = (draft ? policy.draft?.dmnXml : policy.inForce?.dmnXml) ?? '';

  function submit(event: FormEvent) {
    event.preventDefault();
    explained.mutate();
  }

  return (
    <div className="fm-page-part">
      <form className="fm-filters" onSubmit={submit}>
        <PersonInput label={t('admin.policies.who')} value={person} change={setPerson} />
        <Choice id="action" label={t('admin.policies.does')} values={ACTIONS} value={action} change={setAction} />
        <Choice id="type" label={t('admin.policies.to')} values={TYPES} value={type} change={setType} />
        <TextField
          id="attributes"
          labelText={t('admin.policies.attributes')}
          placeholder='{"name": "Review"}'
          value={attributes}
          invalid={read === undefined}
          invalidText={t('admin.variables.invalid.json')}
          onChange={(event) => setAttributes(event.target.value)}
        />
        {policy.draft && (
          <Checkbox
            id="ask-draft"
            labelText={t('admin.policies.askDraft')}
            checked={draft}
            onChange={(_, { checked }) => {
              explained.reset();
              setDraft(checked);
            }}
          />
        )}
        <Button type="submit" size="md" disabled={!person.trim() || !read || explained.isPending}>
          {t('admin.policies.explain')}
        </Button>
      </form>
      <div aria-live="polite" className="fm-page-part">
        {explained.error && <ProblemNotice problem={explained.error} />}
        {explained.data && (
          <InlineNotification
            kind={explained.data.allowed ? 'success' : 'error'}
            lowContrast
            hideCloseButton
            title={t(explained.data.allowed ? 'admin.policies.allowed' : 'admin.policies.denied')}
            subtitle={explained.data.because}
          />
        )}
      </div>
      {explained.data &&
        decisionsOf(xml).map((decision) => (
          <DecisionTable
            key={decision.id}
            decision={decision}
            matched={explained.data.matched?.map((match) => match.rule?.index ?? 0)}
          />
        ))}
    </div>
  );
}

interface ChoiceProps {
  id: string;
  label: string;
  values: string[];
  value: string;
  change: (value: string) => void;
}

function Choice({ id, label, values, value, change }: ChoiceProps) {
  const { t } = useTranslation();
  return (
    <Select id={id} labelText={label} value={value} onChange={(event) => change(event.target.value)}>
      {values.map((one) => (
        <SelectItem key={one} value={one} text={t(`admin.policies.word.${one}`)} />
      ))}
    </Select>
  );
}
