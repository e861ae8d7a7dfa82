import { Select, SelectItem, TextArea, TextInput } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../shared/api/client';
import { ConfirmDialog } from '../../../shared/ui/ConfirmDialog';
import { useToasts } from '../../../shared/ui/Toasts';
import { useRefreshExecutions } from '../../../shared/executions/refresh';
import { kindOf, parse, textOf, type Kind } from './variables';

interface Props {
  executionId: string;
  /** Empty for a new one. */
  name: string;
  value: unknown;
  onClose: () => void;
}

const KINDS: Kind[] = ['text', 'number', 'boolean', 'json', 'null'];

/** Changes a variable; what it is stays as it was unless somebody chooses another type. */
export function VariableDialog({ executionId, name: known, value, onClose }: Props) {
  const { t } = useTranslation();
  const refresh = useRefreshExecutions();
  const toasts = useToasts();
  const [name, setName] = useState(known);
  const [kind, setKind] = useState<Kind>(known ? kindOf(value) : 'text');
  const [text, setText] = useState(known ? textOf(value) : '');
  const parsed = parse(kind, text);

  return (
    <ConfirmDialog
      title={known ? t('admin.variables.editNamed', { name: known }) : t('admin.variables.add')}
      text={t('admin.variables.changeText')}
      confirm={t('action.save')}
      isReady={parsed.ok && name.trim() !== ''}
      onClose={onClose}
      run={async () => {
        await body(
          api.PUT('/executions/{id}/variables', {
            params: { path: { id: executionId } },
            body: { [name.trim()]: parsed.ok ? parsed.value : null },
          }),
        );
        toasts.done(t('admin.variables.changed', { name: name.trim() }));
        await refresh();
      }}
    >
      {!known && (
        <TextInput
          id="new-variable"
          labelText={t('admin.variables.name')}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      )}
      <Select
        id="variable-kind"
        labelText={t('admin.variables.type')}
        value={kind}
        onChange={(event) => setKind(event.target.value as Kind)}
      >
        {KINDS.map((one) => (
          <SelectItem key={one} value={one} text={t(`admin.variables.kind.${one}`)} />
        ))}
      </Select>
      {kind === 'boolean' ? (
        <Select
          id="new-value"
          labelText={t('admin.variables.value')}
          value={text}
          invalid={!parsed.ok}
          onChange={(event) => setText(event.target.value)}
        >
          {['', 'true', 'false'].map((one) => (
            <SelectItem key={one} value={one} text={one} />
          ))}
        </Select>
      ) : (
        kind !== 'null' && (
          <TextArea
            id="new-value"
            labelText={t('admin.variables.value')}
            rows={kind === 'json' ? 10 : 2}
            value={text}
            invalid={!parsed.ok}
            invalidText={t(`admin.variables.invalid.${kind}`)}
            onChange={(event) => setText(event.target.value)}
          />
        )
      )}
    </ConfirmDialog>
  );
}
