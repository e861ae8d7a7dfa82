import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../shared/api/client';
import { FormDialog } from '../../../shared/ui/FormDialog';
import { TextField } from '../../../shared/ui/TextField';
import { useToasts } from '../../../shared/ui/Toasts';
import { useRefreshSubscriptions } from './subscriptions.queries';
import { typesIn } from './target';

/** Has a webhook told of what happens. */
export function NewSubscriptionDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const refresh = useRefreshSubscriptions();
  const toasts = useToasts();
  const [url, setUrl] = useState('');
  const [types, setTypes] = useState('task.*');
  const [filter, setFilter] = useState('');
  const [secret, setSecret] = useState('');
  return (
    <FormDialog
      title={t('admin.subscriptions.add')}
      text={t('admin.subscriptions.addText')}
      confirm={t('admin.subscriptions.add')}
      isReady={url.trim() !== '' && typesIn(types).length > 0}
      onClose={onClose}
      run={async () => {
        await body(
          api.POST('/subscriptions', {
            body: {
              types: typesIn(types),
              sink: { url: url.trim(), secret: secret || undefined } as never,
              filter: filter.trim() || undefined,
            },
          }),
        );
        toasts.done(t('admin.subscriptions.added'));
        await refresh();
      }}
    >
      {(faults) => (
        <>
          <TextField
            id="subscription-url"
            labelText={t('admin.subscriptions.url')}
            placeholder="https://"
            value={url}
            {...faults('/sink')}
            onChange={(event) => setUrl(event.target.value)}
          />
          <TextField
            id="subscription-types"
            labelText={t('admin.subscriptions.types')}
            helperText={t('admin.subscriptions.typesHelp')}
            value={types}
            {...faults('/types')}
            onChange={(event) => setTypes(event.target.value)}
          />
          <TextField
            id="subscription-filter"
            labelText={t('admin.subscriptions.filter')}
            placeholder="data.priority > 50"
            value={filter}
            {...faults('/filter')}
            onChange={(event) => setFilter(event.target.value)}
          />
          <TextField
            id="subscription-secret"
            type="password"
            autoComplete="off"
            labelText={t('admin.subscriptions.secret')}
            helperText={t('admin.subscriptions.secretHelp')}
            value={secret}
            {...faults('/sink/secret')}
            onChange={(event) => setSecret(event.target.value)}
          />
        </>
      )}
    </FormDialog>
  );
}
