import { Button, Tag } from '@carbon/react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { api, body, ifMatch } from '../../../shared/api/client';
import type { IntegrationView } from '../../../shared/api/schema';
import { ConfirmDialog } from '../../../shared/ui/ConfirmDialog';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';
import { useToasts } from '../../../shared/ui/Toasts';
import { Waiting } from '../../../shared/ui/Waiting';
import { ConsolePanel } from './ConsolePanel';
import { useIntegration, useRefreshIntegrations } from './integrations.queries';
import { JsonField } from './JsonField';
import { objectIn } from './sketch';

/** One integration: its configuration, and a console to try it. */
export function IntegrationPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const integration = useIntegration(id);
  const [drops, setDrops] = useState(false);
  if (!integration.data) {
    return <Waiting query={integration} />;
  }
  const { value, etag } = integration.data;
  return (
    <div className="fm-page">
      <div className="fm-page-head">
        <div className="fm-row">
          <h1>{value.name}</h1>
          <Tag size="sm">{value.connector}</Tag>
        </div>
        <Button size="sm" kind="danger--ghost" onClick={() => setDrops(true)}>
          {t('action.delete')}
        </Button>
      </div>
      <ConfigurationForm key={etag} integration={value} etag={etag} />
      <ConsolePanel id={id} connector={value.connector ?? ''} />
      {drops && <DeleteDialog id={id} name={value.name ?? id} etag={etag} onClose={() => setDrops(false)} />}
    </div>
  );
}

interface FormProps {
  integration: IntegrationView;
  etag: string | undefined;
}

function ConfigurationForm({ integration, etag }: FormProps) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const refresh = useRefreshIntegrations();
  const [text, setText] = useState(() => JSON.stringify(integration.configuration ?? {}, null, 2));
  const configuration = objectIn(text);
  const save = useMutation({
    mutationFn: async () => {
      const { id = '', name = '', callsPerMinute } = integration;
      await body(
        api.PUT('/integrations/{id}', {
          params: { path: { id }, header: ifMatch(etag) },
          body: { name, configuration: configuration ?? {}, callsPerMinute },
        }),
      );
      toasts.done(t('admin.calendars.saved', { name }));
      await refresh();
    },
  });
  return (
    <section aria-label={t('admin.integrations.configuration')}>
      <JsonField
        id="integration-configuration"
        label={t('admin.integrations.configuration')}
        hint={t('admin.integrations.secretsText')}
        value={text}
        change={setText}
      />
      {save.isError && <ProblemNotice problem={save.error} />}
      <Button size="sm" disabled={configuration === undefined || save.isPending} onClick={() => save.mutate()}>
        {t('action.save')}
      </Button>
    </section>
  );
}

interface DeleteProps {
  id: string;
  name: string;
  etag: string | undefined;
  onClose: () => void;
}

function DeleteDialog({ id, name, etag, onClose }: DeleteProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const toasts = useToasts();
  const refresh = useRefreshIntegrations();
  return (
    <ConfirmDialog
      danger
      title={t('admin.integrations.deleteNamed', { name })}
      text={t('admin.integrations.deleteText')}
      confirm={t('action.delete')}
      onClose={onClose}
      run={async () => {
        await body(api.DELETE('/integrations/{id}', { params: { path: { id }, header: ifMatch(etag) } }));
        toasts.done(t('admin.people.group.deleted', { name }));
        void navigate('/admin/integrations');
        await refresh();
      }}
    />
  );
}
