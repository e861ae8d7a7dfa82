import { Button, InlineLoading, TextArea } from '@carbon/react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, body } from '../../../shared/api/client';
import type { AgentAnswer } from '../../../shared/api/schema';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';

const PERCENT = 100;

/** Asks the agent, and shows what came of it and why. */
export function TryPanel({ id }: { id: string }) {
  const { t } = useTranslation();
  const [question, setQuestion] = useState('');
  const ask = useMutation({
    mutationFn: () =>
      body(api.POST('/agents/{id}/invoke', { params: { path: { id } }, body: { input: question.trim() as never } })),
  });
  return (
    <section aria-label={t('admin.agents.try')}>
      <h2>{t('admin.agents.try')}</h2>
      <p className="fm-hint">{t('admin.agents.tryText')}</p>
      <div className="fm-dialog">
        <TextArea
          id="agent-question"
          labelText={t('admin.agents.question')}
          rows={3}
          value={question}
          onChange={(event) => setQuestion(event.target.value)}
        />
        <Button size="sm" disabled={question.trim() === '' || ask.isPending} onClick={() => ask.mutate()}>
          {t('admin.agents.ask')}
        </Button>
        <div role="status" aria-live="polite">
          {ask.isPending && <InlineLoading description={t('admin.agents.asking')} />}
          {ask.data && <Answer answer={ask.data} />}
        </div>
        {ask.error && <ProblemNotice problem={ask.error} />}
      </div>
    </section>
  );
}

function Answer({ answer }: { answer: AgentAnswer }) {
  const { t } = useTranslation();
  const output: unknown = answer.output;
  return (
    <>
      {output !== null && output !== undefined && (
        <p className="fm-answer">{typeof output === 'string' ? output : JSON.stringify(output, null, 2)}</p>
      )}
      {answer.escalation && (
        <p>
          {t('admin.agents.held', { detail: answer.escalation.detail })}{' '}
          <Link to={`/manager/agents/${answer.escalation.id}`}>{t('admin.agents.decide')}</Link>
        </p>
      )}
      <p className="fm-hint">
        {answer.confidence !== null && answer.confidence !== undefined && (
          <>{t('admin.agents.sure', { percent: Math.round(answer.confidence * PERCENT) })} · </>
        )}
        {answer.usage?.model &&
          t('admin.agents.took', {
            input: answer.usage.inputTokens,
            output: answer.usage.outputTokens,
            model: answer.usage.model,
            millis: answer.usage.latencyMs,
          })}
      </p>
      {(answer.citations?.length ?? 0) > 0 && (
        <>
          <h3>{t('admin.agents.citations')}</h3>
          <ul>
            {answer.citations?.map((one) => (
              <li key={one.id}>
                {[one.source ?? one.tool, one.page].filter(Boolean).join(', ')}
                {one.text && <>: {one.text}</>}
              </li>
            ))}
          </ul>
        </>
      )}
      {(answer.toolCalls?.length ?? 0) > 0 && (
        <>
          <h3>{t('admin.agents.called')}</h3>
          <ul>
            {answer.toolCalls?.map((one, index) => (
              <li key={index}>
                <code>
                  {one.tool} {JSON.stringify(one.arguments)}
                </code>{' '}
                {one.state}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
