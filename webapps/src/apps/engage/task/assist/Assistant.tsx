import { Button, InlineLoading, TextArea } from '@carbon/react';
import { Send } from '@carbon/icons-react';
import { useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseAnswer } from '../../../../shared/api/schema';
import { Rating } from './Rating';
import { Sources } from './Sources';
import { useAsk } from './assist.queries';
import './assist.scss';
import './words';

const LONGEST = 1_000;

interface Turn {
  question: string;
  /** Null when it failed; undefined while it is looked for. */
  answer: CaseAnswer | null | undefined;
}

/** Answers questions about the case, from nothing but the case, and says where from. */
export default function Assistant({ taskId }: { taskId: string }) {
  const { t } = useTranslation();
  const [turns, setTurns] = useState<Turn[]>([]);
  const [question, setQuestion] = useState('');
  const ask = useAsk(taskId);
  const id = useId();

  function send(text: string) {
    const asked = text.trim();
    if (!asked || ask.isPending) {
      return;
    }
    const place = turns.length;
    const settle = (answer: CaseAnswer | null) =>
      setTurns((all) => all.map((turn, index) => (index === place ? { ...turn, answer } : turn)));
    setTurns([...turns, { question: asked, answer: undefined }]);
    setQuestion('');
    ask.mutate(asked, { onSuccess: settle, onError: () => settle(null) });
  }

  function onKey(event: KeyboardEvent) {
    if (event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      send(question);
    }
  }

  return (
    <div className="as-assistant">
      <ol className="as-turns" aria-label={t('assist.conversation')} aria-live="polite">
        {turns.map((turn, index) => (
          <li key={index}>
            <p className="as-question">{turn.question}</p>
            <Answer answer={turn.answer} of={{ type: 'case-answer', id: `${taskId}:${index}` }} question={turn.question} />
          </li>
        ))}
      </ol>
      {turns.length === 0 && (
        <div className="as-examples">
          {(t('assist.questions', { returnObjects: true }) as string[]).map((example) => (
            <Button key={example} kind="tertiary" size="sm" onClick={() => send(example)}>
              {example}
            </Button>
          ))}
        </div>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send(question);
        }}
      >
        <TextArea
          id={id}
          labelText={t('assist.ask')}
          helperText={t('assist.askHint')}
          rows={2}
          maxLength={LONGEST}
          value={question}
          onChange={(event) => setQuestion(event.target.value)}
          onKeyDown={onKey}
        />
        <Button type="submit" size="sm" renderIcon={Send} disabled={!question.trim() || ask.isPending}>
          {t('assist.send')}
        </Button>
      </form>
    </div>
  );
}

interface AnswerProps {
  answer: CaseAnswer | null | undefined;
  of: { type: string; id: string };
  question: string;
}

function Answer({ answer, of, question }: AnswerProps) {
  const { t } = useTranslation();
  if (answer === undefined) {
    return <InlineLoading description={t('assist.asking')} />;
  }
  if (answer === null) {
    return <p className="fm-hint">{t('assist.askFailed')}</p>;
  }
  if (answer.answer == null) {
    return (
      <div className="as-answer">
        <p className="fm-hint">{t('assist.noAnswer')}</p>
        <Rating target={of} about={question} />
      </div>
    );
  }
  return (
    <div className="as-answer">
      <p>{answer.answer}</p>
      <Sources sources={answer.sources ?? []} of={answer.answer} />
      <Rating target={of} about={`${question} – ${answer.answer}`.slice(0, 4_000)} />
    </div>
  );
}
