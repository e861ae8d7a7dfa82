import { Modal, TextArea, TextInput } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskBulkRequest, TaskView } from '../../../shared/api/schema';
import { useSession } from '../../../shared/session/SessionGate';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';
import { PersonField } from '../people/PersonField';
import { useStartBulk } from './bulk.queries';
import { BulkProgress } from './BulkProgress';

export type BulkKind = 'claim' | 'assign' | 'release' | 'respond';

interface Props {
  kind: BulkKind;
  tasks: TaskView[];
  onClose: () => void;
  onDone: () => void;
}

/** How many names a preview lists; the rest is counted. */
const LISTED = 8;

/** Shows what would be done to which tasks, does it, and tells what became of each. */
export function BulkDialog({ kind, tasks, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const { userId } = useSession();
  const start = useStartBulk();
  const [person, setPerson] = useState('');
  const [outcome, setOutcome] = useState('');
  const [comment, setComment] = useState('');
  const affected = tasks.filter((task) => isAffected(kind, task));
  const left = tasks.length - affected.length;
  const job = start.data;

  function finish() {
    onClose();
    if (job) {
      onDone();
    }
  }

  return (
    <Modal
      open
      size="sm"
      modalHeading={t(`engage.bulk.${kind}`, { count: affected.length })}
      primaryButtonText={job ? t('action.close') : t(`engage.action.${kind}`)}
      primaryButtonDisabled={start.isPending || (!job && (affected.length === 0 || (kind === 'assign' && !person)))}
      secondaryButtonText={t('action.cancel')}
      onRequestClose={finish}
      onRequestSubmit={() =>
        job ? finish() : start.mutate(requestOf(kind, affected, { userId, person, outcome, comment }))
      }
    >
      {job?.id ? (
        <BulkProgress first={job.id} tasks={tasks} />
      ) : (
        <div className="en-fields">
          {start.error && <ProblemNotice problem={start.error} />}
          {kind === 'assign' && <PersonField label={t('engage.person.label')} value="" onChange={setPerson} />}
          {kind === 'respond' && (
            <>
              <TextInput
                id="bulk-outcome"
                labelText={t('engage.outcome')}
                helperText={t('engage.bulk.outcomeHelp')}
                maxLength={255}
                value={outcome}
                onChange={(event) => setOutcome(event.target.value)}
              />
              <TextArea
                id="bulk-comment"
                labelText={t('engage.comment.optional')}
                maxLength={4000}
                rows={2}
                value={comment}
                onChange={(event) => setComment(event.target.value)}
              />
            </>
          )}
          <ul className="en-preview">
            {affected.slice(0, LISTED).map((task) => (
              <li key={task.id}>
                {task.name} {task.businessKey && <span className="fm-hint">{task.businessKey}</span>}
              </li>
            ))}
            {affected.length > LISTED && <li>{t('engage.bulk.andMore', { count: affected.length - LISTED })}</li>}
          </ul>
          {left > 0 && <p className="fm-hint">{t('engage.bulk.left', { count: left })}</p>}
        </div>
      )}
    </Modal>
  );
}

/** Tasks that need nothing are left alone, and the preview says so. */
function isAffected(kind: BulkKind, task: TaskView): boolean {
  if (task.status !== 'OPEN') {
    return false;
  }
  return kind === 'claim' ? task.assignee == null : kind === 'release' ? task.assignee != null : true;
}

interface Words {
  userId: string;
  person: string;
  outcome: string;
  comment: string;
}

function requestOf(kind: BulkKind, tasks: TaskView[], words: Words): TaskBulkRequest {
  const ids = tasks.flatMap((task) => task.id ?? []);
  if (kind === 'respond') {
    return {
      action: 'RESPOND',
      ids,
      outcome: words.outcome.trim() || undefined,
      comment: words.comment.trim() || undefined,
    };
  }
  const assignee = { claim: words.userId, assign: words.person, release: undefined }[kind];
  return { action: 'ASSIGN', ids, assignee };
}
