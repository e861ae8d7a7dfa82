import { Button, HeaderPanel, SkeletonText } from '@carbon/react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import { Time } from '../../shared/ui/Time';
import type { useNotices } from './useNotices';

interface Props extends ReturnType<typeof useNotices> {
  onClose: () => void;
}

/** What concerns the user, what presses first; a list that fails takes nothing from the others. */
export function NoticesPanel({ onClose, notices, isRead, unread, isPending, problem, markRead }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <HeaderPanel expanded onHeaderPanelFocus={onClose}>
      <section className="fm-account" aria-label={t('notices.title')}>
        <div className="fm-page-head">
          <h2>{t('notices.title')}</h2>
          <Button kind="ghost" size="sm" disabled={unread === 0} onClick={() => markRead(notices)}>
            {t('notices.markAll')}
          </Button>
        </div>
        {problem !== null && <ProblemNotice problem={problem} />}
        {isPending && <SkeletonText paragraph lineCount={3} />}
        {!isPending && problem === null && notices.length === 0 && <p className="fm-hint">{t('notices.none')}</p>}
        <ul className="fm-notices">
          {notices.map((notice) => (
            <li key={notice.id}>
              <button
                type="button"
                data-unread={!isRead(notice)}
                onClick={() => {
                  markRead([notice]);
                  void navigate(`/engage/tasks/${notice.task.id}${notice.comment ? '#comments' : ''}`);
                  onClose();
                }}
              >
                <span>
                  {!isRead(notice) && <span className="cds--visually-hidden">{t('notices.unread')} </span>}
                  {notice.task.name}
                </span>
                <span className="fm-hint">
                  {t(`notices.kind.${notice.kind}`, { author: notice.comment?.author })} <Time at={notice.at} />
                </span>
                {notice.comment && <q className="fm-quote">{notice.comment.message}</q>}
              </button>
            </li>
          ))}
        </ul>
      </section>
    </HeaderPanel>
  );
}
