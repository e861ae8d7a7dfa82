import { Button, CodeSnippet, Tag } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { AgentEscalationView, AgentStep } from '../../../shared/api/schema';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';
import { Time } from '../../../shared/ui/Time';
import { Waiting } from '../../../shared/ui/Waiting';
import { typedOf } from './answer';
import { DIALOGS, type Decision } from './EscalationDialogs';
import { useEscalation, useTrace } from './escalations.queries';
import './words';

const DECISIONS: Decision[] = ['guide', 'override', 'reject', 'reassign'];
const PERCENT = 100;

/** One piece of an agent's work: why it waits, what it did, and what a person can do. */
export default function EscalationPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const escalation = useEscalation(id);
  const [open, setOpen] = useState<Decision | null>(null);
  if (!escalation.data) {
    return <Waiting query={escalation} />;
  }
  const one = escalation.data;
  const Dialog = open && DIALOGS[open];
  return (
    <div className="fm-page">
      <div className="fm-page-head">
        <div className="fm-row">
          <h1>{one.agentName}</h1>
          <Tag size="sm">{t(`manager.agents.why.${one.reason}`)}</Tag>
        </div>
        {one.status === 'OPEN' && (
          <div className="fm-row" role="group" aria-label={t('manager.task.decide')}>
            {DECISIONS.map((each) => (
              <Button
                key={each}
                size="sm"
                kind={each === 'guide' ? 'primary' : each === 'reject' ? 'danger--ghost' : 'ghost'}
                onClick={() => setOpen(each)}
              >
                {t(`manager.agents.${each}.name`)}
              </Button>
            ))}
          </div>
        )}
      </div>
      <p>{one.detail}</p>
      <Facts escalation={one} />
      <Proposal escalation={one} />
      <Trace id={id} />
      {Dialog && <Dialog escalation={one} onClose={() => setOpen(null)} />}
    </div>
  );
}

function Facts({ escalation }: { escalation: AgentEscalationView }) {
  const { t } = useTranslation();
  const facts: [string, string | null | undefined][] = [
    ['assignee', escalation.assignee],
    ['requester', escalation.requester],
    ['process', [escalation.processKey, escalation.activityId].filter(Boolean).join(' · ')],
    ['guidance', escalation.guidance],
    ['output', typedOf(escalation.output)],
  ];
  return (
    <dl className="fm-facts">
      <dt>{t('manager.agents.since')}</dt>
      <dd>
        <Time at={escalation.createdAt} />{' '}
        {escalation.decidedBy && (
          <>
            {t('manager.agents.decidedBy', {
              status: t(`manager.agents.status.${escalation.status}`),
              by: escalation.decidedBy,
            })}{' '}
            <Time at={escalation.decidedAt} />
          </>
        )}
      </dd>
      {facts
        .filter(([, value]) => value)
        .map(([key, value]) => (
          <div key={key} className="fm-fact">
            <dt>{t(`manager.agents.${key}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function Proposal({ escalation }: { escalation: AgentEscalationView }) {
  const { t } = useTranslation();
  const text = typedOf(escalation.proposal);
  return (
    <section>
      {escalation.toolCall && (
        <>
          <h2>{t('manager.agents.call')}</h2>
          <CodeSnippet type="multi" hideCopyButton>
            {`${escalation.toolCall.tool} ${JSON.stringify(escalation.toolCall.arguments, null, 2)}`}
          </CodeSnippet>
        </>
      )}
      <h2>{t('manager.agents.proposal')}</h2>
      {text === '' ? <p className="fm-hint">{t('manager.agents.noProposal')}</p> : <p>{text}</p>}
      {escalation.confidence !== null && escalation.confidence !== undefined && (
        <p className="fm-hint">
          {t('manager.agents.sure', { percent: Math.round(escalation.confidence * PERCENT) })}
        </p>
      )}
    </section>
  );
}

function Trace({ id }: { id: string }) {
  const { t } = useTranslation();
  const trace = useTrace(id);
  return (
    <section aria-label={t('manager.agents.trace')}>
      <h2>{t('manager.agents.trace')}</h2>
      {trace.error && <ProblemNotice problem={trace.error} />}
      <ol className="fm-outcomes">
        {trace.data?.steps?.map((step) => (
          <li key={step.number}>
            <strong>{t(`manager.agents.step.${step.kind}`)}</strong>{' '}
            <span className="fm-hint">
              {t(`manager.agents.state.${step.state}`)} {step.decidedBy} <Time at={step.at} exact />
            </span>
            <p>{said(step)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

interface Content {
  text?: string | null;
  requests?: { tool?: string; arguments?: unknown }[] | null;
  request?: { tool?: string; arguments?: unknown } | null;
}

function said(step: AgentStep): string {
  const content = (step.content ?? {}) as Content;
  const calls = [content.request, ...(content.requests ?? [])]
    .filter((call) => call !== null && call !== undefined)
    .map((call) => `${call.tool} ${JSON.stringify(call.arguments)}`);
  return [...calls, content.text].filter(Boolean).join(' → ');
}
