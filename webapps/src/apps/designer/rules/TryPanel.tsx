import { Button } from '@carbon/react';
import { Play } from '@carbon/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@shared/ui/ProblemNotice';
import type { Autosave } from '../autosave';
import { variablesOf, type Line } from '../variables';
import { useEvaluate } from './rules.queries';
import { VariableLines } from '../VariableLines';

interface Props {
  id: string;
  version: number | undefined;
  autosave: Autosave;
}

/** Decides once, and tells which rules matched. Where a version is published, that one decides. */
export function TryPanel({ id, version, autosave }: Props) {
  const { t } = useTranslation();
  const evaluate = useEvaluate(id);
  const [lines, setLines] = useState<Line[]>([{ name: '', value: '' }]);
  const answer = evaluate.data;

  return (
    <div className="dsg-panel">
      <p>{t(version == null ? 'rules.tryDraft' : 'rules.tryPublished', { version })}</p>
      <form
        className="dsg-form"
        onSubmit={(event) => {
          event.preventDefault();
          void autosave.flush().then(() => evaluate.mutate({ variables: variablesOf(lines) }));
        }}
      >
        <VariableLines id="dsg-try" lines={lines} onChange={setLines} />
        <Button type="submit" size="sm" renderIcon={Play} disabled={evaluate.isPending}>
          {t('rules.decide')}
        </Button>
      </form>
      {evaluate.isError && <ProblemNotice problem={evaluate.error} />}
      {answer && (
        <section aria-live="polite">
          <h2>{t('rules.result')}</h2>
          <pre className="dsg-code">{JSON.stringify(answer.result ?? null, null, 2)}</pre>
          <p>
            {answer.matchedRules?.length
              ? t('rules.matched', { rules: answer.matchedRules.map(({ index }) => index).join(', ') })
              : t('rules.noMatch')}
          </p>
        </section>
      )}
    </div>
  );
}
