import { Button, Checkbox, SkeletonText, TextArea } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BpmnModeler } from '@shared/bpmn/modeler';
import type { Canvas, ElementRegistry } from '@shared/bpmn/services';
import { EmptyState } from '@shared/ui/EmptyState';
import { ProblemNotice } from '@shared/ui/ProblemNotice';
import { typeName } from '../changes';
import { CommentItem } from './CommentItem';
import { threadsOf } from './comments';
import { useComments, useWriteComment } from './comments.queries';

interface Props {
  id: string;
  modeler: BpmnModeler;
  /** The id of the chosen element; null when none is. */
  chosen: string | null;
  onGo: (elementId: string) => void;
}

/** What those who draw the process say about its elements, the chosen one's first. */
export function CommentsPanel({ id, modeler, chosen, onGo }: Props) {
  const { t } = useTranslation();
  const comments = useComments(id);
  const [withSettled, setWithSettled] = useState(false);
  const registry = modeler.get<ElementRegistry>('elementRegistry');
  const root = modeler.get<Canvas>('canvas').getRootElement();
  const element = (chosen && registry.get(chosen)?.id) || root.id;
  const threads = threadsOf(comments.data ?? [], element, withSettled);

  function nameOf(elementId: string): string {
    const found = registry.get(elementId);
    if (!found) {
      return t('together.gone', { id: elementId });
    }
    return found === root ? t('together.whole') : found.businessObject.name || typeName(found.type);
  }

  return (
    <div className="dsg-panel">
      <CommentForm key={element} id={id} element={element} name={nameOf(element)} />
      <Checkbox
        id="dsg-settled"
        labelText={t('together.withSettled')}
        checked={withSettled}
        onChange={(_, { checked }) => setWithSettled(checked)}
      />
      {comments.isPending && <SkeletonText paragraph lineCount={3} />}
      {comments.isError && <ProblemNotice problem={comments.error} retry={() => void comments.refetch()} />}
      {comments.isSuccess && threads.length === 0 && (
        <EmptyState title={t('together.none')} text={t('together.noneText')} />
      )}
      {threads.map((thread) => (
        <section key={thread.element} className={thread.element === element ? 'dsg-thread--chosen' : undefined}>
          <h2>
            {registry.get(thread.element) ? (
              <button type="button" className="dsg-link" onClick={() => onGo(thread.element)}>
                {nameOf(thread.element)}
              </button>
            ) : (
              nameOf(thread.element)
            )}
          </h2>
          <ul className="dsg-comments">
            {thread.comments.map((comment) => (
              <CommentItem key={comment.id} process={id} comment={comment} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function CommentForm({ id, element, name }: { id: string; element: string; name: string }) {
  const { t } = useTranslation();
  const write = useWriteComment(id);
  const [message, setMessage] = useState('');
  const isReady = message.trim() !== '' && !write.isPending;

  function send() {
    if (isReady) {
      write.mutate({ element, message: message.trim() }, { onSuccess: () => setMessage('') });
    }
  }

  return (
    <form
      className="dsg-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <TextArea
        id="dsg-comment"
        labelText={t('together.commentOn', { name })}
        helperText={t('together.sendKey')}
        rows={2}
        maxLength={4000}
        value={message}
        onChange={(event) => setMessage(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            send();
          }
        }}
      />
      {write.isError && <ProblemNotice problem={write.error} />}
      <Button type="submit" size="sm" disabled={!isReady}>
        {t('together.comment')}
      </Button>
    </form>
  );
}
