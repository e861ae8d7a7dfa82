import { InlineLoading } from '@carbon/react';
import { useTranslation } from 'react-i18next';
import type { ModelProblem } from '@shared/api/schema';
import { ProblemNotice } from '@shared/ui/ProblemNotice';
import { bySeverity } from './findings';

interface Props {
  problems: readonly ModelProblem[];
  isChecking: boolean;
  failure: unknown;
  retry: () => void;
  onGo: (elementId: string) => void;
}

/** Everything that is wrong with the draft, errors first; each leads to its element. */
export function FindingsPanel({ problems, isChecking, failure, retry, onGo }: Props) {
  const { t } = useTranslation();
  const { errors, warnings } = bySeverity(problems);
  return (
    <div className="dsg-panel">
      <div role="status" aria-live="polite">
        {isChecking ? (
          <InlineLoading description={t('editor.checking')} />
        ) : (
          t(errors.length > 0 ? 'editor.notPublishable' : 'editor.publishable', {
            errors: t('editor.errorCount', { count: errors.length }),
            warnings: t('editor.warningCount', { count: warnings.length }),
          })
        )}
      </div>
      {failure != null && <ProblemNotice problem={failure} retry={retry} />}
      <Findings title={t('editor.errors')} kind="error" problems={errors} onGo={onGo} />
      <Findings title={t('editor.warnings')} kind="warning" problems={warnings} onGo={onGo} />
    </div>
  );
}

interface FindingsProps {
  title: string;
  kind: 'error' | 'warning';
  problems: readonly ModelProblem[];
  onGo: (elementId: string) => void;
}

function Findings({ title, kind, problems, onGo }: FindingsProps) {
  const { t } = useTranslation();
  if (problems.length === 0) {
    return null;
  }
  return (
    <section>
      <h2>
        {title} ({problems.length})
      </h2>
      <ul className={`dsg-findings dsg-findings--${kind}`}>
        {problems.map((problem, index) => (
          <li key={index}>
            {problem.elementId ? (
              <button type="button" className="dsg-link" onClick={() => onGo(problem.elementId ?? '')}>
                {problem.elementName || problem.elementId}
              </button>
            ) : (
              <strong>{problem.file ?? t('editor.wholeModel')}</strong>
            )}
            <span>{problem.message}</span>
            <span className="fm-hint">
              {problem.rule}
              {problem.line != null && ` · ${t('editor.line', { line: problem.line })}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
