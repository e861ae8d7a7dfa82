import { Button, Select, SelectItem } from '@carbon/react';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../shared/api/client';
import type { RuleSetView } from '../../../shared/api/schema';
import { EmptyState } from '../../../shared/ui/EmptyState';
import { rowsOf } from '../../../shared/ui/pages';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';
import { useUrlFilters } from '../../../shared/ui/useUrlFilters';
import { DecisionTable } from './DecisionTable';
import { decisionsOf, fieldsOf, mainOf } from './dmn';
import { InputField } from './InputField';
import { useVersion, useVersions } from './rules.queries';
import { valuesOf } from './values';

/** Decides a case that somebody types, and shows which rules matched. */
export function TryIt({ rules }: { rules: RuleSetView }) {
  const { t } = useTranslation();
  const id = rules.id ?? '';
  const filters = useUrlFilters();
  const versions = rowsOf(useVersions(id));
  const chosen = (Number(filters.one('version')) || rules.latestVersion) ?? undefined;
  const version = useVersion(id, chosen);
  const xml = chosen ? version.data?.dmnXml : rules.dmnXml;
  const decisions = useMemo(() => decisionsOf(xml ?? ''), [xml]);
  const decision = decisions.find((one) => one.id === filters.one('decision')) ?? mainOf(decisions);
  const fields = decision ? fieldsOf(decisions, decision.id) : [];
  const [typed, setTyped] = useState<Record<string, string>>({});
  const read = valuesOf(fields, typed);
  const tried = useMutation({
    mutationFn: (variables: Record<string, unknown>) =>
      body(
        api.POST('/rules/{id}/evaluate', {
          params: { path: { id } },
          body: { decisionId: decision?.id, version: chosen, variables },
        }),
      ),
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (read.ok) {
      tried.mutate(read.values);
    }
  }

  if (version.error) {
    return <ProblemNotice problem={version.error} retry={() => void version.refetch()} />;
  }
  if (!decision) {
    return xml === undefined ? null : <EmptyState title={t('admin.rules.noDecision')} />;
  }
  return (
    <div className="fm-page-part">
      <form className="fm-filters" onSubmit={submit}>
        {versions.length > 0 && (
          <Select
            id="version"
            labelText={t('admin.processes.version')}
            value={String(chosen)}
            onChange={(event) => {
              tried.reset();
              filters.set({ version: event.target.value });
            }}
          >
            {versions.map((one) => (
              <SelectItem key={one.version} value={String(one.version)} text={String(one.version)} />
            ))}
          </Select>
        )}
        {decisions.length > 1 && (
          <Select
            id="decision"
            labelText={t('admin.rules.decision')}
            value={decision.id}
            onChange={(event) => {
              tried.reset();
              filters.set({ decision: event.target.value });
            }}
          >
            {decisions.map((one) => (
              <SelectItem key={one.id} value={one.id} text={one.name} />
            ))}
          </Select>
        )}
        {fields.map((field) => (
          <InputField
            key={field.name}
            field={field}
            value={typed[field.name] ?? ''}
            isWrong={!read.ok && read.wrong.includes(field.name)}
            change={(value) => setTyped({ ...typed, [field.name]: value })}
          />
        ))}
        <Button type="submit" size="md" disabled={!read.ok || tried.isPending}>
          {t('admin.rules.evaluate')}
        </Button>
      </form>
      <div aria-live="polite">
        {tried.error && <ProblemNotice problem={tried.error} />}
        {tried.data && (
          <p className="fm-result">
            {t('admin.rules.result')} <code>{JSON.stringify(tried.data.result ?? null)}</code>{' '}
            <span className="fm-hint">
              {t('admin.rules.matched', { count: tried.data.matchedRules?.length ?? 0 })}
            </span>
          </p>
        )}
      </div>
      {(tried.data?.trace ?? [{ decisionId: decision.id }]).map((step) => {
        const shown = decisions.find((one) => one.id === step.decisionId);
        const matched = 'matchedRules' in step ? (step.matchedRules ?? []) : undefined;
        return (
          shown && (
            <DecisionTable key={shown.id} decision={shown} matched={matched?.map((rule) => rule.index ?? 0)} />
          )
        );
      })}
    </div>
  );
}
