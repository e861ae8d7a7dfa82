import { Select, SelectItem } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../shared/api/client';
import { FormDialog } from '../../../shared/ui/FormDialog';
import { TextField } from '../../../shared/ui/TextField';
import { useToasts } from '../../../shared/ui/Toasts';
import { useProcessNames } from '../processes/processes.queries';
import { useRefreshHeld } from './held.queries';

const SORTS = ['topic', 'activity'] as const;

/** Holds back the work of a topic, or of an activity of a process. */
export function NewPauseDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const refresh = useRefreshHeld();
  const toasts = useToasts();
  const processes = useProcessNames();
  const [sort, setSort] = useState<(typeof SORTS)[number]>('topic');
  const [name, setName] = useState('');
  const [processKey, setProcessKey] = useState('');
  const [reason, setReason] = useState('');
  const isActivity = sort === 'activity';
  return (
    <FormDialog
      title={t('admin.held.add')}
      text={t('admin.held.addText')}
      confirm={t('admin.held.add')}
      isReady={name.trim() !== '' && (!isActivity || processKey !== '')}
      onClose={onClose}
      run={async () => {
        await body(
          api.POST('/executions/pauses', {
            body: {
              topic: isActivity ? undefined : name.trim(),
              activityId: isActivity ? name.trim() : undefined,
              processKey: processKey || undefined,
              reason: reason.trim() || undefined,
            },
          }),
        );
        toasts.done(t('admin.held.added'));
        await refresh();
      }}
    >
      {(faults) => (
        <>
          <Select
            id="pause-sort"
            labelText={t('admin.held.what')}
            value={sort}
            onChange={(event) => setSort(event.target.value as (typeof SORTS)[number])}
          >
            {SORTS.map((one) => (
              <SelectItem key={one} value={one} text={t(`admin.held.sort.${one}`)} />
            ))}
          </Select>
          <TextField
            id="pause-name"
            labelText={t(isActivity ? 'admin.held.activity' : 'admin.dashboard.topic')}
            value={name}
            {...faults(isActivity ? '/activityId' : '/topic')}
            onChange={(event) => setName(event.target.value)}
          />
          <Select
            id="pause-process"
            labelText={t('admin.executions.process')}
            value={processKey}
            {...faults('/processKey')}
            onChange={(event) => setProcessKey(event.target.value)}
          >
            <SelectItem value="" text={t(isActivity ? 'admin.choose' : 'admin.any')} />
            {processes.data?.map((process) => (
              <SelectItem key={process.key} value={process.key} text={`${process.name} (${process.key})`} />
            ))}
          </Select>
          <TextField
            id="pause-reason"
            labelText={t('admin.held.reason')}
            value={reason}
            {...faults('/reason')}
            onChange={(event) => setReason(event.target.value)}
          />
        </>
      )}
    </FormDialog>
  );
}
