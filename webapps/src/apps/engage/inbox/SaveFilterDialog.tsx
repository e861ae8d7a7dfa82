import { Checkbox, CheckboxGroup, Modal, TextInput } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../shared/session/SessionGate';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';

interface Props {
  problem: unknown;
  onSave: (name: string, groups: string[]) => void;
  onClose: () => void;
}

/** Names what the list shows now, for oneself or for one's groups too. */
export function SaveFilterDialog({ problem, onSave, onClose }: Props) {
  const { t } = useTranslation();
  const groups = [...useSession().groups].sort();
  const [name, setName] = useState('');
  const [shared, setShared] = useState<string[]>([]);
  return (
    <Modal
      open
      size="sm"
      modalHeading={t('engage.filter.save')}
      primaryButtonText={t('action.save')}
      primaryButtonDisabled={name.trim() === ''}
      secondaryButtonText={t('action.cancel')}
      onRequestClose={onClose}
      onRequestSubmit={() => onSave(name.trim(), shared)}
    >
      <div className="en-fields">
        {problem !== null && <ProblemNotice problem={problem} />}
        <TextInput
          id="filter-name"
          labelText={t('engage.filter.name')}
          maxLength={255}
          value={name}
          data-modal-primary-focus
          onChange={(event) => setName(event.target.value)}
        />
        {groups.length > 0 && (
          <CheckboxGroup legendText={t('engage.filter.share')}>
            {groups.map((group) => (
              <Checkbox
                key={group}
                id={`share-${group}`}
                labelText={group}
                checked={shared.includes(group)}
                onChange={(_, { checked }) =>
                  setShared((now) => (checked ? [...now, group] : now.filter((other) => other !== group)))
                }
              />
            ))}
          </CheckboxGroup>
        )}
      </div>
    </Modal>
  );
}
