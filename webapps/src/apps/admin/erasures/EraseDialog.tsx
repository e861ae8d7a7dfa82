import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, body } from '../../../shared/api/client';
import { FormDialog } from '../../../shared/ui/FormDialog';
import { TextField } from '../../../shared/ui/TextField';
import { namesIn } from './report';

/** Asks twice for whose data is erased, since nothing brings it back. */
export function EraseDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [person, setPerson] = useState('');
  const [again, setAgain] = useState('');
  const [name, setName] = useState('');
  const [variables, setVariables] = useState('');
  const [reason, setReason] = useState('');
  return (
    <FormDialog
      title={t('admin.erasures.ask')}
      text={t('admin.erasures.askText')}
      confirm={t('admin.erasures.erase')}
      isReady={person.trim() !== '' && person.trim() === again.trim()}
      onClose={onClose}
      run={async () => {
        const names = namesIn(variables);
        const report = await body(
          api.POST('/audit/erasures', {
            body: {
              person: person.trim(),
              name: name.trim() || undefined,
              reason: reason.trim() || undefined,
              variables: names.length > 0 ? names : undefined,
            },
          }),
        );
        await client.invalidateQueries();
        void navigate(`/admin/erasures/${report.id}`);
      }}
    >
      {(faults) => (
        <>
          <TextField
            id="erase-person"
            labelText={t('admin.erasures.person')}
            autoComplete="off"
            value={person}
            {...faults('/person')}
            onChange={(event) => setPerson(event.target.value)}
          />
          <TextField
            id="erase-again"
            labelText={t('admin.erasures.again')}
            autoComplete="off"
            value={again}
            onChange={(event) => setAgain(event.target.value)}
          />
          <TextField
            id="erase-name"
            labelText={t('admin.erasures.name')}
            helperText={t('admin.erasures.nameText')}
            value={name}
            {...faults('/name')}
            onChange={(event) => setName(event.target.value)}
          />
          <TextField
            id="erase-variables"
            labelText={t('admin.erasures.variables')}
            helperText={t('admin.erasures.variablesText')}
            value={variables}
            {...faults('/variables')}
            onChange={(event) => setVariables(event.target.value)}
          />
          <TextField
            id="erase-reason"
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
