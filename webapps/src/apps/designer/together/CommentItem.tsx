import { Button, Tag } from '@carbon/react';
import { useTranslation } from 'react-i18next';
import type { ProcessComment } from '@shared/api/schema';
import { useSession } from '@shared/session/SessionGate';
import { Time } from '@shared/ui/Time';
import { useToasts } from '@shared/ui/Toasts';
import { useDeleteComment, useSettleComment } from './comments.queries';

/** One comment, with what may be done about it. */
export function CommentItem({ process, comment }: { process: string; comment: ProcessComment }) {
  const { t } = useTranslation();
  const { userId, roles } = useSession();
  const toasts = useToasts();
  const settle = useSettleComment(process);
  const remove = useDeleteComment(process);
  const isBusy = settle.isPending || remove.isPending;
  const about = `comment-${comment.id}`;
  return (
    <li>
      <div className="fm-row">
        <strong>{comment.authorName}</strong>
        <span className="fm-hint">
          <Time at={comment.at} />
        </span>
        {comment.resolvedAt && (
          <Tag size="sm" type="green">
            {t('together.settledBy', { who: comment.resolvedBy })}
          </Tag>
        )}
      </div>
      <p id={about} className="dsg-comment-text">
        {comment.message}
      </p>
      <div className="fm-row">
        <Button
          kind="ghost"
          size="sm"
          disabled={isBusy}
          aria-describedby={about}
          onClick={() => settle.mutate(comment, { onError: toasts.failed })}
        >
          {t(comment.resolvedAt ? 'together.reopen' : 'together.resolve')}
        </Button>
        {(comment.author === userId || roles.has('admin')) && (
          <Button
            kind="danger--ghost"
            size="sm"
            disabled={isBusy}
            aria-describedby={about}
            onClick={() => remove.mutate(comment, { onError: toasts.failed })}
          >
            {t('together.delete')}
          </Button>
        )}
      </div>
    </li>
  );
}
