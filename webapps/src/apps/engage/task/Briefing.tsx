import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskDetails } from '../../../shared/api/schema';
import { Time } from '../../../shared/ui/Time';
import { priorityWord } from '../inbox/TaskRow';
import { History } from './History';
import { Related } from './Related';
import { VariableList } from './VariableList';

const CaseSummary = lazy(() => import('./assist/CaseSummary'));

/** The case in short, and what the task itself knows: where it comes from, until when, and what was said and done. */
export function Briefing({ task }: { task: TaskDetails }) {
  const { t } = useTranslation();
  const { process } = task;
  return (
    <section className="en-briefing" aria-label={t('engage.briefing.title')}>
      <h2>{t('engage.briefing.title')}</h2>
      <Suspense fallback={null}>
        <CaseSummary taskId={task.id ?? ''} revision={task.revision} />
      </Suspense>
      <dl className="en-facts">
        {process && (
          <Fact name={t('engage.column.process')}>
            {process.processName ?? process.processKey}{' '}
            <span className="fm-hint">{t('engage.briefing.version', { version: process.version })}</span>
          </Fact>
        )}
        {task.businessKey && <Fact name={t('engage.column.businessKey')}>{task.businessKey}</Fact>}
        {process?.startedBy && (
          <Fact name={t('engage.briefing.startedBy')}>
            {process.startedBy} <Time at={process.startedAt} />
          </Fact>
        )}
        <Fact name={t('engage.column.created')}>
          <Time at={task.createdAt} exact />
        </Fact>
        {task.dueAt && (
          <Fact name={t('engage.column.due')}>
            <Time at={task.dueAt} exact />
          </Fact>
        )}
        {task.followUpAt && (
          <Fact name={t('engage.change.followUp')}>
            <Time at={task.followUpAt} exact />
          </Fact>
        )}
        <Fact name={t('engage.column.priority')}>
          {t(`engage.priority.${priorityWord(task.priority ?? 50)}`, { value: task.priority })}
        </Fact>
        {task.owner && <Fact name={t('engage.briefing.owner')}>{task.owner}</Fact>}
        {(task.candidateGroups?.length ?? 0) > 0 && (
          <Fact name={t('engage.briefing.offeredTo')}>{task.candidateGroups?.join(', ')}</Fact>
        )}
        {(task.excludedUsers?.length ?? 0) > 0 && (
          <Fact name={t('engage.briefing.excluded')}>{task.excludedUsers?.join(', ')}</Fact>
        )}
        {task.escalation && (
          <Fact name={t('engage.escalated')}>
            {task.escalation.reason} <span className="fm-hint">{task.escalation.by}</span>{' '}
            <Time at={task.escalation.at} />
          </Fact>
        )}
      </dl>
      {task.form?.type === 'form-js' && (
        <details className="en-details">
          <summary>{t('engage.briefing.variables')}</summary>
          <VariableList variables={task.variables} />
        </details>
      )}
      {task.executionId && <History executionId={task.executionId} />}
      {task.businessKey && <Related businessKey={task.businessKey} executionId={task.executionId} />}
    </section>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
