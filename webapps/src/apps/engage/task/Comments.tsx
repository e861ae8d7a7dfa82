import { Button, SkeletonText } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskDetails } from '../../../shared/api/schema';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';
import { Time } from '../../../shared/ui/Time';
import { MentionField } from './MentionField';
import { mentionsIn } from './mentions';
import { useAddComment, useComments } from './notes.queries';

/** What colleagues say about a task. */
export function Comments({ task }: { task: TaskDetails }) {
  const { t } = useTranslation();
  const id = task.id ?? '';
  const comments = useComments(id);
  const add = useAddComment(id);
  const [text, setText] = useState('');

  function send() {
    const message = text.trim();
    if (message && !add.isPending) {
      add.mutate(message, { onSuccess: () => setText('') });
    }
  }

  return (
    <section className="en-notes" aria-label={t('engage.tab.comments')}>
      {comments.isPending && <SkeletonText paragraph lineCount={3} />}
      {comments.error && <ProblemNotice problem={comments.error} retry={() => void comments.refetch()} />}
      {comments.data?.length === 0 && <p className="fm-hint">{t('engage.comment.none')}</p>}
      <ol className="en-comments" aria-live="polite">
        {comments.data?.map((comment) => (
          <li key={comment.id}>
            <p className="fm-row">
              <strong>{comment.authorName ?? comment.author}</strong>
              {comment.onBehalfOf && (
                <span className="fm-hint">{t('engage.onBehalfOf', { person: comment.onBehalfOf })}</span>
              )}
              <span className="fm-hint">
                <Time at={comment.at} />
              </span>
            </p>
            <p className="en-text">
              {mentionsIn(comment.message ?? '').map((part, index) =>
                part.isMention ? <strong key={index}>{part.text}</strong> : part.text,
              )}
            </p>
          </li>
        ))}
      </ol>
      {task.allowedActions?.includes('COMMENT') && (
        <form
          className="en-fields"
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          {add.error && <ProblemNotice problem={add.error} />}
          <MentionField label={t('engage.comment.label')} value={text} onChange={setText} onSend={send} />
          <Button type="submit" size="sm" kind="tertiary" disabled={text.trim() === '' || add.isPending}>
            {t('engage.comment.send')}
          </Button>
        </form>
      )}
    </section>
  );
}
