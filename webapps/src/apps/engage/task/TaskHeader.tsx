import { Button, Tag } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskDetails } from '../../../shared/api/schema';
import { useSession } from '../../../shared/session/SessionGate';
import { useShortcuts } from '../../../shared/ui/useShortcuts';
import { AssignDialog } from '../people/AssignDialog';
import { SlaTag } from '../inbox/SlaTag';
import { useUndo } from '../undo';
import { useAssignment } from '../useAssignment';
import { ChangeDialog, type ChangeKind } from './ChangeDialog';

/** What the task is called, how it stands, and what can be done with it beside answering. */
export function TaskHeader({ task, onChanged }: { task: TaskDetails; onChanged: () => void }) {
  const { t } = useTranslation();
  const { userId } = useSession();
  const undo = useUndo();
  const { claim, release, assign, isPending } = useAssignment(onChanged);
  const [changing, setChanging] = useState<ChangeKind | 'assign' | null>(null);
  const actions = new Set(task.allowedActions);
  const isMine = task.assignee === userId;

  useShortcuts({
    c: () => {
      if (actions.has('CLAIM')) {
        void claim(task);
      }
    },
    a: () => {
      if (actions.has('ASSIGN')) {
        setChanging('assign');
      }
    },
    u: undo.last,
  });

  return (
    <header className="en-task-head">
      <div className="fm-row">
        <h1>{task.name}</h1>
        <SlaTag task={task} />
        {task.escalation && <Tag type="purple">{t('engage.escalated')}</Tag>}
        {task.onBehalfOf && <Tag type="cool-gray">{t('engage.onBehalfOf', { person: task.onBehalfOf })}</Tag>}
        <span className="fm-hint">
          {task.assignee
            ? t(isMine ? 'engage.assignedToMe' : 'engage.assignedTo', { person: task.assignee })
            : t('engage.unassigned')}
        </span>
      </div>
      <div className="fm-row en-actions">
        {actions.has('CLAIM') && (
          <Button size="sm" disabled={isPending} onClick={() => void claim(task)}>
            {t('engage.action.claim')}
          </Button>
        )}
        {actions.has('RELEASE') && (
          <Button size="sm" kind="tertiary" disabled={isPending} onClick={() => void release(task)}>
            {t('engage.action.release')}
          </Button>
        )}
        {actions.has('ASSIGN') && (
          <Button size="sm" kind="ghost" onClick={() => setChanging('assign')}>
            {t('engage.action.assign')}
          </Button>
        )}
        {actions.has('DELEGATE') && (
          <Button size="sm" kind="ghost" onClick={() => setChanging('delegate')}>
            {t('engage.action.delegate')}
          </Button>
        )}
        {actions.has('ESCALATE') && (
          <Button size="sm" kind="ghost" onClick={() => setChanging('escalate')}>
            {t('engage.action.escalate')}
          </Button>
        )}
        {actions.has('CHANGE') && (
          <Button size="sm" kind="ghost" onClick={() => setChanging('plan')}>
            {t('engage.action.plan')}
          </Button>
        )}
      </div>
      {changing === 'assign' && (
        <AssignDialog
          title={t('engage.assignTask', { name: task.name })}
          label={t('engage.person.label')}
          confirm={t('engage.action.assign')}
          onClose={() => setChanging(null)}
          onChoose={(person) => {
            setChanging(null);
            void assign(task, person);
          }}
        />
      )}
      {changing !== null && changing !== 'assign' && (
        <ChangeDialog kind={changing} task={task} onClose={() => setChanging(null)} onChanged={onChanged} />
      )}
    </header>
  );
}
