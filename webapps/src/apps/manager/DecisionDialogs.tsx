import { TextArea, TextInput } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskDetails } from '../../shared/api/schema';
import { useSession } from '../../shared/session/SessionGate';
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog';
import { DateTimeInput } from '../../shared/ui/DateTimeInput';
import { PersonInput } from '../../shared/ui/PersonInput';
import { useToasts } from '../../shared/ui/Toasts';
import { comment, useRefreshTasks } from './tasks.queries';
import { useDecide } from './useDecide';

export type DecisionKind = 'reassign' | 'takeOver' | 'due' | 'priority' | 'comment';

interface Props {
  task: TaskDetails;
  etag: string | undefined;
  onClose: () => void;
}

export const DIALOGS = {
  reassign: ReassignDialog,
  takeOver: TakeOverDialog,
  due: DueDialog,
  priority: PriorityDialog,
  comment: CommentDialog,
};

function ReassignDialog({ task, etag, onClose }: Props) {
  const { t } = useTranslation();
  const decide = useDecide(task, etag);
  const [to, setTo] = useState('');
  return (
    <ConfirmDialog
      asksReason
      reasonLabel={t('manager.decision.remark')}
      title={t('manager.decision.reassign.title')}
      text={t('manager.decision.reassign.text', { from: task.assignee ?? t('manager.task.nobody') })}
      confirm={t('manager.decision.reassign.name')}
      isReady={to.trim() !== ''}
      onClose={onClose}
      run={(remark) =>
        decide({ assignee: to.trim() }, t('manager.decision.reassign.done', { to: to.trim() }), remark)
      }
    >
      <PersonInput label={t('manager.decision.reassign.to')} value={to} change={setTo} />
    </ConfirmDialog>
  );
}

function TakeOverDialog({ task, etag, onClose }: Props) {
  const { t } = useTranslation();
  const { userId } = useSession();
  const decide = useDecide(task, etag);
  return (
    <ConfirmDialog
      asksReason
      reasonLabel={t('manager.decision.remark')}
      title={t('manager.decision.takeOver.title')}
      text={t('manager.decision.takeOver.text', { from: task.assignee ?? t('manager.task.nobody') })}
      confirm={t('manager.decision.takeOver.name')}
      onClose={onClose}
      run={(remark) => decide({ assignee: userId }, t('manager.decision.takeOver.done'), remark)}
    />
  );
}

function DueDialog({ task, etag, onClose }: Props) {
  const { t } = useTranslation();
  const decide = useDecide(task, etag);
  const [dueAt, setDue] = useState<string | undefined>(task.dueAt ?? undefined);
  return (
    <ConfirmDialog
      asksReason
      reasonLabel={t('manager.decision.remark')}
      title={t('manager.decision.due.title')}
      text={t('manager.decision.due.text')}
      confirm={t('manager.decision.due.name')}
      onClose={onClose}
      run={(remark) => decide({ dueAt: dueAt ?? null }, t('manager.decision.due.done'), remark)}
    >
      <DateTimeInput label={t('manager.task.due')} value={dueAt} change={setDue} />
    </ConfirmDialog>
  );
}

const MOST_PRIORITY = 100;

function PriorityDialog({ task, etag, onClose }: Props) {
  const { t } = useTranslation();
  const decide = useDecide(task, etag);
  const [text, setText] = useState(String(task.priority ?? ''));
  const priority = Number(text);
  const isValid =
    text.trim() !== '' && Number.isInteger(priority) && priority >= 0 && priority <= MOST_PRIORITY;
  return (
    <ConfirmDialog
      asksReason
      reasonLabel={t('manager.decision.remark')}
      title={t('manager.decision.priority.title')}
      text={t('manager.decision.priority.text')}
      confirm={t('manager.decision.priority.name')}
      isReady={isValid}
      onClose={onClose}
      run={(remark) => decide({ priority }, t('manager.decision.priority.done'), remark)}
    >
      <TextInput
        id="priority"
        type="number"
        min={0}
        max={MOST_PRIORITY}
        labelText={t('manager.task.priority')}
        value={text}
        invalid={!isValid}
        invalidText={t('manager.decision.priority.invalid')}
        onChange={(event) => setText(event.target.value)}
      />
    </ConfirmDialog>
  );
}

function CommentDialog({ task, onClose }: Props) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const refresh = useRefreshTasks();
  const [message, setMessage] = useState('');
  return (
    <ConfirmDialog
      title={t('manager.decision.comment.title')}
      text={t('manager.decision.comment.text')}
      confirm={t('manager.decision.comment.name')}
      isReady={message.trim() !== ''}
      onClose={onClose}
      run={async () => {
        await comment(task.id ?? '', message.trim());
        toasts.done(t('manager.decision.comment.done'));
        await refresh();
      }}
    >
      <TextArea
        id="comment"
        labelText={t('manager.decision.comment.label')}
        rows={3}
        value={message}
        onChange={(event) => setMessage(event.target.value)}
      />
    </ConfirmDialog>
  );
}
