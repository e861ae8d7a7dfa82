import { Modal, TextArea, TextInput } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskDetails } from '../../../shared/api/schema';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';
import { useToasts } from '../../../shared/ui/Toasts';
import { PersonField } from '../people/PersonField';
import { fromInput, toInput } from '../dateInput';
import { useChangeTask, type TaskChange } from './task.queries';

export type ChangeKind = 'delegate' | 'escalate' | 'plan';

interface Props {
  kind: ChangeKind;
  task: TaskDetails;
  onClose: () => void;
  onChanged: () => void;
}

/** Asks what is needed to delegate, escalate or plan a task, and does it. */
export function ChangeDialog({ kind, task, onClose, onChanged }: Props) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const change = useChangeTask(task.id ?? '');
  const [person, setPerson] = useState('');
  const [reason, setReason] = useState('');
  const [due, setDue] = useState(toInput(task.dueAt));
  const [followUp, setFollowUp] = useState(toInput(task.followUpAt));
  const [priority, setPriority] = useState(String(task.priority ?? 50));
  const isPriority = /^\d{1,3}$/.test(priority) && Number(priority) <= 100;
  const isReady = { delegate: person !== '', escalate: reason.trim() !== '', plan: isPriority }[kind];

  function changes(): TaskChange[] {
    if (kind === 'delegate') {
      return [{ kind, to: person }];
    }
    if (kind === 'escalate') {
      return [{ kind, reason: reason.trim(), to: person || undefined }];
    }
    const plan: TaskChange[] = [];
    if (due !== toInput(task.dueAt)) {
      plan.push({ kind: 'due', at: fromInput(due) });
    }
    if (followUp !== toInput(task.followUpAt)) {
      plan.push({ kind: 'followUp', at: fromInput(followUp) });
    }
    if (Number(priority) !== task.priority) {
      plan.push({ kind: 'priority', priority: Number(priority) });
    }
    return plan;
  }

  async function save() {
    try {
      for (const one of changes()) {
        await change.mutateAsync(one);
      }
    } catch {
      // The dialog shows it.
      return;
    }
    toasts.done(t(`engage.done.${kind}`, { name: task.name }));
    onChanged();
    onClose();
  }

  return (
    <Modal
      open
      size="sm"
      className={kind === 'plan' ? undefined : 'en-person-dialog'}
      modalHeading={t(`engage.change.${kind}`)}
      primaryButtonText={t(kind === 'plan' ? 'action.save' : `engage.action.${kind}`)}
      primaryButtonDisabled={!isReady || change.isPending}
      secondaryButtonText={t('action.cancel')}
      onRequestClose={onClose}
      onRequestSubmit={() => void save()}
    >
      <div className="en-fields">
        {change.error && <ProblemNotice problem={change.error} />}
        {kind === 'escalate' && (
          <TextArea
            id="change-reason"
            data-modal-primary-focus
            labelText={t('engage.change.reason')}
            maxLength={2000}
            rows={3}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
        {kind !== 'plan' && (
          <PersonField
            label={t(kind === 'delegate' ? 'engage.person.label' : 'engage.change.escalateTo')}
            helperText={kind === 'escalate' ? t('engage.change.escalateHelp') : t('engage.change.delegateHelp')}
            value=""
            isFree
            onChange={setPerson}
          />
        )}
        {kind === 'plan' && (
          <>
            <TextInput
              id="change-due"
              type="datetime-local"
              labelText={t('engage.column.due')}
              value={due}
              onChange={(event) => setDue(event.target.value)}
            />
            <TextInput
              id="change-follow-up"
              type="datetime-local"
              labelText={t('engage.change.followUp')}
              value={followUp}
              onChange={(event) => setFollowUp(event.target.value)}
            />
            <TextInput
              id="change-priority"
              type="number"
              min={0}
              max={100}
              labelText={t('engage.column.priority')}
              helperText={t('engage.change.priorityHelp')}
              invalid={!isPriority}
              invalidText={t('engage.change.priorityHelp')}
              value={priority}
              onChange={(event) => setPriority(event.target.value)}
            />
          </>
        )}
      </div>
    </Modal>
  );
}
