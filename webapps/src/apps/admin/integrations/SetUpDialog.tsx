import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, body } from '../../../shared/api/client';
import type { ConnectorView } from '../../../shared/api/schema';
import { FormDialog } from '../../../shared/ui/FormDialog';
import { TextField } from '../../../shared/ui/TextField';
import { useRefreshIntegrations } from './integrations.queries';
import { JsonField } from './JsonField';
import { objectIn, sketchOf } from './sketch';

interface Props {
  connector: ConnectorView;
  onClose: () => void;
}

/** Makes an integration of a connector. */
export function SetUpDialog({ connector, onClose }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const refresh = useRefreshIntegrations();
  const [name, setName] = useState('');
  const [text, setText] = useState(() => sketchOf(connector.configurationSchema));
  const configuration = objectIn(text);
  return (
    <FormDialog
      size="md"
      title={t('admin.integrations.setUpNamed', { name: connector.name })}
      text={connector.description}
      confirm={t('admin.integrations.setUp')}
      isReady={name.trim() !== '' && configuration !== undefined}
      onClose={onClose}
      run={async () => {
        const made = await body(
          api.POST('/integrations', {
            body: { name: name.trim(), connector: connector.id ?? '', configuration: configuration ?? {} },
          }),
        );
        await refresh();
        void navigate(`/admin/integrations/${made.id}`);
      }}
    >
      {(faults) => (
        <>
          <TextField
            id="integration-name"
            labelText={t('admin.variables.name')}
            helperText={t('admin.integrations.nameText')}
            value={name}
            onChange={(event) => setName(event.target.value)}
            {...faults('/name')}
          />
          <JsonField
            id="integration-configuration"
            label={t('admin.integrations.configuration')}
            hint={t('admin.integrations.configurationText', {
              names: Object.keys(propertiesOf(connector)).join(', '),
            })}
            value={text}
            change={setText}
          />
        </>
      )}
    </FormDialog>
  );
}

function propertiesOf(connector: ConnectorView): Record<string, unknown> {
  const schema = connector.configurationSchema as { properties?: Record<string, unknown> } | undefined;
  return schema?.properties ?? {};
}
