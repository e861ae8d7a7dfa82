import { Checkbox, CheckboxGroup, Modal, TextInput } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';
import { useToasts } from '../../../shared/ui/Toasts';
import { fromInput, toInput } from '../dateInput';
import { PersonField } from '../people/PersonField';
import { useProcessNames } from '../tasks.queries';
import { useNameSubstitute } from './absence.queries';

/** Says when one is away, who stands in, and for what. */
export function AbsenceDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const save = useNameSubstitute();
  const processes = useProcessNames().data ?? [];
  const [from, setFrom] = useState(() => toInput(new Date().toISOString()));
  const [until, setUntil] = useState('');
  const [substitute, setSubstitute] = useState('');
  const [keys, setKeys] = useState<string[]>([]);
  const isBackwards = until !== '' && until <= from;
  const isReady = from !== '' && until !== '' && !isBackwards && substitute !== '';

  return (
    <Modal
      open
      size="sm"
      modalHeading={t('engage.absence.add')}
      primaryButtonText={t('action.save')}
      primaryButtonDisabled={!isReady || save.isPending}
      secondaryButtonText={t('action.cancel')}
      onRequestClose={onClose}
      onRequestSubmit={() =>
        save.mutate(
          { from: fromInput(from) ?? '', until: fromInput(until) ?? '', substitute, processKeys: keys },
          {
            onSuccess: () => {
              toasts.done(t('engage.absence.saved'));
              onClose();
            },
          },
        )
      }
    >
      <div className="en-fields">
        {save.error && <ProblemNotice problem={save.error} />}
        <TextInput
          id="absence-from"
          type="datetime-local"
          labelText={t('engage.absence.from')}
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
        <TextInput
          id="absence-until"
          type="datetime-local"
          labelText={t('engage.absence.until')}
          invalid={isBackwards}
          invalidText={t('engage.absence.backwards')}
          value={until}
          onChange={(event) => setUntil(event.target.value)}
        />
        <PersonField label={t('engage.absence.substitute')} value="" onChange={setSubstitute} />
        <CheckboxGroup legendText={t('engage.absence.onlyFor')} helperText={t('engage.absence.onlyForHelp')}>
          {processes.map((process) => (
            <Checkbox
              key={process.key}
              id={`absence-${process.key}`}
              labelText={process.name ?? process.key ?? ''}
              checked={keys.includes(process.key ?? '')}
              onChange={(_, { checked }) =>
                setKeys((now) => (checked ? [...now, process.key ?? ''] : now.filter((key) => key !== process.key)))
              }
            />
          ))}
        </CheckboxGroup>
      </div>
    </Modal>
  );
}
