import { Button, ComposedModal, ModalBody, ModalFooter, ModalHeader } from '@carbon/react';
import { useTranslation } from 'react-i18next';
import type { TaskDetails } from '../../../shared/api/schema';
import { asText, differences } from './conflict';
import type { ReadTask } from './task.queries';

interface Props {
  theirs: ReadTask;
  mine: Record<string, unknown>;
  base: TaskDetails;
  onTakeTheirs: () => void;
  onKeepMine: () => void;
  onNext: () => void;
  onClose: () => void;
}

/** Somebody else was there first: what they did beside what was typed here, and what can be done. */
export function ConflictDialog({ theirs, mine, base, onTakeTheirs, onKeepMine, onNext, onClose }: Props) {
  const { t } = useTranslation();
  const task = theirs.value;
  const isOpen = task.status === 'OPEN';
  const different = differences({ ...task.variables, ...task.draft?.variables }, mine);
  return (
    <ComposedModal open size="md" onClose={onClose} aria-label={t('engage.conflict.title')}>
      <ModalHeader title={t('engage.conflict.title')} />
      <ModalBody>
        <div className="en-fields">
          <p>{sentence()}</p>
          {different.length > 0 && (
            <table className="en-compare">
              <thead>
                <tr>
                  <th scope="col">{t('engage.conflict.field')}</th>
                  <th scope="col">{t('engage.conflict.theirs')}</th>
                  <th scope="col">{t('engage.conflict.mine')}</th>
                </tr>
              </thead>
              <tbody>
                {different.map(({ name, theirs: other, mine: own }) => (
                  <tr key={name}>
                    <th scope="row">{name}</th>
                    <td>{asText(other)}</td>
                    <td>{asText(own)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </div>
      </ModalBody>
      <ModalFooter>
        <Button kind="secondary" onClick={onTakeTheirs}>
          {t('engage.conflict.takeTheirs')}
        </Button>
        {isOpen ? (
          <Button onClick={onKeepMine}>{t('engage.conflict.keepMine')}</Button>
        ) : (
          <Button onClick={onNext}>{t('engage.conflict.next')}</Button>
        )}
      </ModalFooter>
    </ComposedModal>
  );

  function sentence(): string {
    if (task.status === 'COMPLETED') {
      return t('engage.conflict.done', { person: task.completedBy });
    }
    if (!isOpen) {
      return t('engage.conflict.cancelled');
    }
    if (task.assignee && task.assignee !== base.assignee) {
      return t('engage.conflict.taken', { person: task.assignee });
    }
    return task.draft?.savedBy && task.draft.savedAt !== base.draft?.savedAt
      ? t('engage.conflict.draft', { person: task.draft.savedBy })
      : t('engage.conflict.changedText');
  }
}
