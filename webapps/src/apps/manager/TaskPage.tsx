import { Button } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { TaskDetails } from '../../shared/api/schema';
import { useHasRole } from '../../shared/session/SessionGate';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import { Time } from '../../shared/ui/Time';
import { Waiting } from '../../shared/ui/Waiting';
import { DIALOGS, type DecisionKind } from './DecisionDialogs';
import { useComments, useTask } from './tasks.queries';

const KINDS: DecisionKind[] = ['reassign', 'takeOver', 'due', 'priority', 'comment'];

/** One task with what a manager needs to decide about it. */
export function TaskPage() {
  const { id = '' } = useParams();
  const task = useTask(id);
  if (!task.data) {
    return <Waiting query={task} />;
  }
  return (
    <div className="fm-page">
      <Head task={task.data.value} etag={task.data.etag} />
      <Facts task={task.data.value} />
      <Variables variables={task.data.value.variables ?? {}} />
      <Comments id={id} />
    </div>
  );
}

function Head({ task, etag }: { task: TaskDetails; etag: string | undefined }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<DecisionKind | null>(null);
  const works = useHasRole('employee');
  const Dialog = open && DIALOGS[open];
  const kinds = task.status === 'OPEN' ? KINDS : (['comment'] as const);
  return (
    <div className="fm-page-head">
      <h1>{task.name}</h1>
      <div className="fm-row" role="group" aria-label={t('manager.task.decide')}>
        {kinds.map((kind) => (
          <Button
            key={kind}
            size="sm"
            kind={kind === 'reassign' ? 'primary' : 'ghost'}
            onClick={() => setOpen(kind)}
          >
            {t(`manager.decision.${kind}.name`)}
          </Button>
        ))}
        {works && <Link to={`/engage/tasks/${task.id}`}>{t('manager.task.openForm')}</Link>}
      </div>
      {Dialog && <Dialog task={task} etag={etag} onClose={() => setOpen(null)} />}
    </div>
  );
}

function Facts({ task }: { task: TaskDetails }) {
  const { t } = useTranslation();
  const offered = [...(task.candidateGroups ?? []), ...(task.candidateUsers ?? [])].join(', ');
  return (
    <dl className="fm-facts">
      {task.escalation && (
        <>
          <dt>{t('manager.task.escalated')}</dt>
          <dd>
            {task.escalation.reason} · {task.escalation.by} → {task.escalation.to ?? '–'} ·{' '}
            <Time at={task.escalation.at} />
          </dd>
        </>
      )}
      <dt>{t('manager.task.status')}</dt>
      <dd>{t(`manager.status.${task.status}`)}</dd>
      <dt>{t('manager.task.assignee')}</dt>
      <dd>{task.assignee ?? t('manager.task.nobody')}</dd>
      <dt>{t('manager.task.offered')}</dt>
      <dd>{offered || '–'}</dd>
      <dt>{t('manager.task.due')}</dt>
      <dd>
        <Time at={task.dueAt} /> {task.overdue && <strong>{t('manager.task.overdue')}</strong>}
      </dd>
      <dt>{t('manager.task.priority')}</dt>
      <dd>{task.priority}</dd>
      <dt>{t('manager.task.created')}</dt>
      <dd>
        <Time at={task.createdAt} />
      </dd>
      {task.processName && (
        <>
          <dt>{t('manager.task.process')}</dt>
          <dd>{[task.processName, task.businessKey].filter(Boolean).join(' · ')}</dd>
        </>
      )}
      {task.description && (
        <>
          <dt>{t('manager.task.description')}</dt>
          <dd>{task.description}</dd>
        </>
      )}
    </dl>
  );
}

function Variables({ variables }: { variables: Record<string, unknown> }) {
  const { t } = useTranslation();
  const names = Object.keys(variables);
  return names.length === 0 ? null : (
    <section>
      <h2>{t('manager.task.known')}</h2>
      <dl className="fm-facts">
        {names.map((name) => (
          <div key={name} className="fm-fact">
            <dt>{name}</dt>
            <dd>
              <code>
                {typeof variables[name] === 'string'
                  ? variables[name]
                  : JSON.stringify(variables[name])}
              </code>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Comments({ id }: { id: string }) {
  const { t } = useTranslation();
  const comments = useComments(id);
  return (
    <section>
      <h2>{t('manager.task.comments')}</h2>
      {comments.error && <ProblemNotice problem={comments.error} />}
      {comments.data?.items?.length === 0 && (
        <p className="fm-hint">{t('manager.task.noComments')}</p>
      )}
      <ul className="fm-outcomes" aria-live="polite">
        {comments.data?.items?.map((one) => (
          <li key={one.id}>
            <strong>{one.authorName ?? one.author}</strong>{' '}
            <span className="fm-hint">
              <Time at={one.at} />
            </span>
            <p>{one.message}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
