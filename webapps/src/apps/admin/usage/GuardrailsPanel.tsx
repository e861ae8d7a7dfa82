import { Button, Checkbox, CheckboxGroup, Select, SelectItem, TextArea } from '@carbon/react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body, ifMatch } from '../../../shared/api/client';
import type { GuardrailRules } from '../../../shared/api/schema';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';
import { useToasts } from '../../../shared/ui/Toasts';
import { Waiting } from '../../../shared/ui/Waiting';
import { useGuardrails, useRefreshUsage } from './usage.queries';

const MODES = ['OFF', 'REMOVE', 'BLOCK'] as const;
const KINDS = ['EMAIL', 'PHONE', 'IBAN', 'CARD', 'NATIONAL_ID', 'SECRET'] as const;

/** What is done about orders that hide in texts, and about what must not leave. */
export function GuardrailsPanel() {
  const { t } = useTranslation();
  const guardrails = useGuardrails();
  return (
    <section aria-labelledby="guardrails">
      <h2 id="guardrails">{t('admin.usage.guardrails')}</h2>
      {guardrails.data ? (
        <Rules key={guardrails.data.etag} rules={guardrails.data.value} etag={guardrails.data.etag} />
      ) : (
        <Waiting query={guardrails} />
      )}
    </section>
  );
}

function Rules({ rules, etag }: { rules: GuardrailRules; etag: string | undefined }) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const refresh = useRefreshUsage();
  const [draft, setDraft] = useState(rules);
  const [terms, setTerms] = useState((rules.deniedTerms ?? []).join('\n'));
  const save = useMutation({
    mutationFn: async () => {
      const deniedTerms = terms.split('\n').map((term) => term.trim()).filter(Boolean);
      await body(
        api.PUT('/models/guardrails', { params: { header: ifMatch(etag) }, body: { ...draft, deniedTerms } }),
      );
      toasts.done(t('admin.usage.guardrailsSaved'));
      await refresh();
    },
  });
  return (
    <>
      <div className="fm-filters">
        <Mode name="injection" value={draft.injection} change={(injection) => setDraft({ ...draft, injection })} />
        <Mode name="output" value={draft.output} change={(output) => setDraft({ ...draft, output })} />
      </div>
      <CheckboxGroup legendText={t('admin.usage.redact')}>
        {KINDS.map((kind) => (
          <Checkbox
            key={kind}
            id={`redact-${kind}`}
            labelText={t(`admin.usage.pii.${kind}`)}
            checked={draft.redact.includes(kind)}
            onChange={(_, { checked }) =>
              setDraft({
                ...draft,
                redact: checked ? [...draft.redact, kind] : draft.redact.filter((one) => one !== kind),
              })
            }
          />
        ))}
      </CheckboxGroup>
      <TextArea
        id="denied-terms"
        labelText={t('admin.usage.denied')}
        rows={3}
        value={terms}
        onChange={(event) => setTerms(event.target.value)}
      />
      {save.isError && <ProblemNotice problem={save.error} />}
      <Button size="sm" disabled={save.isPending} onClick={() => save.mutate()}>
        {t('action.save')}
      </Button>
    </>
  );
}

type ModeValue = (typeof MODES)[number];

function Mode(props: { name: 'injection' | 'output'; value: ModeValue; change: (mode: ModeValue) => void }) {
  const { t } = useTranslation();
  return (
    <Select
      id={`guardrail-${props.name}`}
      size="sm"
      labelText={t(`admin.usage.${props.name}Mode`)}
      value={props.value}
      onChange={(event) => props.change(event.target.value as ModeValue)}
    >
      {MODES.map((mode) => (
        <SelectItem key={mode} value={mode} text={t(`admin.usage.mode.${mode}`)} />
      ))}
    </Select>
  );
}
