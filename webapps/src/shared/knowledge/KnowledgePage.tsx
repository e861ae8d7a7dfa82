import { Button, Loading, TextInput } from '@carbon/react';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api, body } from '../api/client';
import type { KnowledgeAnswer, Passage } from '../api/schema';
import { useSession } from '../session/SessionGate';
import { EmptyState } from '../ui/EmptyState';
import { ProblemNotice } from '../ui/ProblemNotice';
import { useToasts } from '../ui/Toasts';
import './knowledge.scss';
import { partsOf } from './marked';
import './words';

const TOP_K = 8;
const GOOD = 5;
const BAD = 1;

/** Asks what is known: an answer where a language model writes one, and the passages that it rests on. */
export default function KnowledgePage() {
  const { t } = useTranslation();
  const { tenant } = useSession();
  const [address, setAddress] = useSearchParams();
  const question = address.get('q') ?? '';
  const [typed, setTyped] = useState(question);
  const answer = useQuery({
    queryKey: ['knowledge', tenant, 'query', question],
    queryFn: () => body(api.POST('/knowledge/query', { body: { question, topK: TOP_K } })),
    enabled: question !== '',
  });

  function ask(event: FormEvent) {
    event.preventDefault();
    if (typed.trim()) {
      setAddress({ q: typed.trim() });
    }
  }

  return (
    <div className="fm-page">
      <h1>{t('knowledge.title')}</h1>
      <search>
        <form className="fm-knowledge-ask" onSubmit={ask}>
          <TextInput
            id="knowledge-question"
            labelText={t('knowledge.question')}
            value={typed}
            maxLength={2000}
            autoComplete="off"
            onChange={(event) => setTyped(event.target.value)}
          />
          <Button type="submit" size="md" disabled={!typed.trim()}>
            {t('knowledge.ask')}
          </Button>
        </form>
      </search>
      <div aria-live="polite" className="fm-found">
        {question === '' && <EmptyState title={t('knowledge.start')} text={t('knowledge.startText')} />}
        {answer.isFetching && <Loading withOverlay={false} small description={t('table.loading')} />}
        {answer.error && <ProblemNotice problem={answer.error} retry={() => void answer.refetch()} />}
        {answer.data && !answer.isFetching && <Answer answer={answer.data} />}
      </div>
    </div>
  );
}

function Answer({ answer }: { answer: KnowledgeAnswer }) {
  const { t } = useTranslation();
  if (answer.by === 'NOTHING') {
    return <EmptyState title={t('knowledge.nothing')} text={t('knowledge.nothingText')} />;
  }
  return (
    <>
      {answer.answer && (
        <section className="fm-answer" aria-label={t('knowledge.answer')}>
          <h2>{t('knowledge.answer')}</h2>
          <p>{answer.answer}</p>
          <p className="fm-hint">{t(`knowledge.by.${answer.by ?? 'MODEL'}`)}</p>
        </section>
      )}
      {answer.note && <p className="fm-hint">{answer.note}</p>}
      <h2>{t('knowledge.passages')}</h2>
      <ol className="fm-passages">
        {answer.passages?.map((passage, index) => (
          <Found key={passage.id} passage={passage} number={index + 1} />
        ))}
      </ol>
    </>
  );
}

function Found({ passage, number }: { passage: Passage; number: number }) {
  const { t, i18n } = useTranslation();
  const figure = (value: number | undefined) =>
    new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 }).format(value ?? 0);
  return (
    <li className="fm-passage">
      <div>
        [{number}] <strong>{passage.source}</strong>
        {passage.section && ` · ${passage.section}`}
        {passage.page != null && ` · ${t('knowledge.page', { page: passage.page })}`}
      </div>
      <blockquote>
        {partsOf(passage.text ?? '', passage.highlights ?? []).map((part, index) =>
          part.isMarked ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>,
        )}
      </blockquote>
      <div className="fm-row">
        <span className="fm-hint">
          {t('knowledge.why', {
            words: figure(passage.ranking?.words),
            meaning: figure(passage.ranking?.meaning),
            feedback: figure(passage.ranking?.feedback),
          })}
        </span>
        <Rate passage={passage.id ?? ''} />
      </div>
    </li>
  );
}

function Rate({ passage }: { passage: string }) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const [given, setGiven] = useState<number | null>(null);

  async function rate(rating: number) {
    setGiven(rating);
    try {
      await body(api.POST('/api/v1/feedback', { body: { targetType: 'passage', targetId: passage, rating } }));
      toasts.done(t('knowledge.thanks'));
    } catch (problem) {
      setGiven(null);
      toasts.failed(problem);
    }
  }

  return (
    <>
      {[
        { rating: GOOD, label: t('knowledge.helpful') },
        { rating: BAD, label: t('knowledge.notHelpful') },
      ].map(({ rating, label }) => (
        <Button
          key={rating}
          kind="ghost"
          size="sm"
          aria-pressed={given === rating}
          onClick={() => void rate(rating)}
        >
          {label}
        </Button>
      ))}
    </>
  );
}
