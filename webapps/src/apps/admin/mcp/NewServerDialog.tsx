import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, body } from '../../../shared/api/client';
import { FormDialog } from '../../../shared/ui/FormDialog';
import { TextField } from '../../../shared/ui/TextField';
import { useRefreshMcp } from './mcp.queries';

/** Adds a server and asks it for its tools; which of them are offered is chosen on its page. */
export function NewServerDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const refresh = useRefreshMcp();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [title, setTitle] = useState('');
  const [url, setUrl] = useState('');
  const [secret, setSecret] = useState('');
  return (
    <FormDialog
      title={t('admin.mcp.add')}
      text={t('admin.mcp.addText')}
      confirm={t('admin.mcp.add')}
      isReady={[name, title, url].every((text) => text.trim() !== '')}
      isFollowed
      onClose={onClose}
      run={async () => {
        const made = await body(
          api.POST('/mcp/servers', {
            body: { name: name.trim(), title: title.trim(), url: url.trim(), secret: secret || undefined },
          }),
        );
        const id = made.id ?? '';
        await body(api.POST('/mcp/servers/{id}/check', { params: { path: { id } } }));
        await refresh();
        await navigate(`/admin/mcp/${id}`);
      }}
    >
      {(faults) => (
        <>
          <TextField
            id="mcp-name"
            labelText={t('admin.mcp.prefix')}
            helperText={t('admin.mcp.prefixHelp')}
            value={name}
            {...faults('/name')}
            onChange={(event) => setName(event.target.value)}
          />
          <TextField
            id="mcp-title"
            labelText={t('admin.mcp.title')}
            value={title}
            {...faults('/title')}
            onChange={(event) => setTitle(event.target.value)}
          />
          <TextField
            id="mcp-url"
            labelText={t('admin.mcp.url')}
            placeholder="https://"
            value={url}
            {...faults('/url')}
            onChange={(event) => setUrl(event.target.value)}
          />
          <TextField
            id="mcp-secret"
            type="password"
            autoComplete="off"
            labelText={t('admin.mcp.secret')}
            helperText={t('admin.mcp.secretHelp')}
            value={secret}
            {...faults('/secret')}
            onChange={(event) => setSecret(event.target.value)}
          />
        </>
      )}
    </FormDialog>
  );
}
