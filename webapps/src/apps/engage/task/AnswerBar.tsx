import { Button, InlineLoading } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskDetails } from '../../../shared/api/schema';
import { useListedShortcuts, type ShortcutGroup } from '../../../shared/ui/shortcutList';
import { useShortcuts } from '../../../shared/ui/useShortcuts';
import type { DraftState } from './draft';
import { RejectDialog } from './RejectDialog';

export interface Answer {
  outcome?: string;
  comment?: string;
}

interface Props {
  task: TaskDetails;
  draftState: DraftState;
  isBusy: boolean;
  onSaveDraft: () => void;
  onAnswer: (answer: Answer) => void;
}

const LISTED: ShortcutGroup = {
  title: 'kind.task',
  keys: [
    ['Ctrl+Enter', 'engage.keys.submit'],
    ['Ctrl+S', 'engage.keys.draft'],
    ['c', 'engage.keys.claim'],
    ['a', 'engage.keys.assign'],
    ['u', 'engage.keys.undo'],
  ],
};

/** The foot of a task: what is saved, and the ways to answer. */
export function AnswerBar({ task, draftState, isBusy, onSaveDraft, onAnswer }: Props) {
  const { t } = useTranslation();
  const [isRejecting, setRejecting] = useState(false);
  const actions = new Set(task.allowedActions);
  const mayRespond = actions.has('RESPOND');
  const mayResolve = actions.has('RESOLVE');
  const mayAnswer = (mayRespond || mayResolve) && !isBusy;
  const isFormless = task.form?.type !== 'form-js';

  function submit() {
    if (mayAnswer && document.querySelector('.cds--modal.is-visible') === null) {
      onAnswer(isFormless && mayRespond ? { outcome: 'approved' } : {});
    }
  }
  useListedShortcuts(LISTED);
  useShortcuts({ 'Ctrl+Enter': submit, 'Ctrl+s': onSaveDraft });

  if (task.status !== 'OPEN') {
    return (
      <footer className="en-foot">
        <p>{t(`engage.ended.${task.status === 'COMPLETED' ? 'completed' : 'cancelled'}`, { person: task.completedBy })}</p>
      </footer>
    );
  }
  return (
    <footer className="en-foot">
      <p className="en-draft" role="status">
        {draftState !== 'same' ? t(`engage.draft.${draftState}`) : !mayAnswer && !isBusy ? whyNot() : ''}
      </p>
      {isBusy && <InlineLoading description={t('engage.sending')} />}
      {actions.has('DRAFT') && !isFormless && (
        <Button kind="ghost" size="md" disabled={draftState !== 'changed' && draftState !== 'failed'} onClick={onSaveDraft}>
          {t('engage.action.saveDraft')}
        </Button>
      )}
      {mayRespond && (
        <Button kind="danger--tertiary" size="md" disabled={!mayAnswer} onClick={() => setRejecting(true)}>
          {t('engage.action.reject')}
        </Button>
      )}
      {mayRespond && isFormless && (
        <Button kind="tertiary" size="md" disabled={!mayAnswer} onClick={() => onAnswer({})}>
          {t('engage.action.done')}
        </Button>
      )}
      {(mayRespond || mayResolve) && (
        <Button size="md" disabled={!mayAnswer} onClick={submit}>
          {mayResolve
            ? t('engage.action.giveBack', { person: task.owner })
            : t(isFormless ? 'engage.action.approve' : 'engage.action.submit')}
        </Button>
      )}
      {isRejecting && (
        <RejectDialog
          onClose={() => setRejecting(false)}
          onReject={(comment) => {
            setRejecting(false);
            onAnswer({ outcome: 'rejected', comment });
          }}
        />
      )}
    </footer>
  );

  function whyNot(): string {
    if (task.process?.paused) {
      return t('engage.form.paused');
    }
    if (task.assignee) {
      return t('engage.why.taken', { person: task.assignee });
    }
    return t('engage.why.notYours');
  }
}
