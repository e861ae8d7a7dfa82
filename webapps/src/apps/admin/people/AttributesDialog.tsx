import { TextArea } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../shared/api/client';
import type { UserView } from '../../../shared/api/schema';
import { FormDialog } from '../../../shared/ui/FormDialog';
import { useToasts } from '../../../shared/ui/Toasts';
import { Waiting } from '../../../shared/ui/Waiting';
import { attributesOf } from '../policies/attributes';
import { useAttributes, useRefreshPeople } from './people.queries';

interface Props {
  user: UserView;
  onClose: () => void;
}

/** What policies can know about somebody, beside roles and groups. */
export function AttributesDialog({ user, onClose }: Props) {
  const { t } = useTranslation();
  const id = user.id ?? '';
  const known = useAttributes(id);
  const refresh = useRefreshPeople();
  const toasts = useToasts();
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? JSON.stringify(known.data ?? {}, null, 2);
  const attributes = attributesOf(text);
  return (
    <FormDialog
      title={t('admin.people.attributes.title', { name: user.name })}
      text={t('admin.people.attributes.text')}
      confirm={t('action.save')}
      isReady={known.isSuccess && attributes !== undefined}
      onClose={onClose}
      run={async () => {
        await body(api.PUT('/policies/subjects/{id}', { params: { path: { id } }, body: attributes ?? {} }));
        toasts.done(t('admin.people.attributes.changed', { name: user.name }));
        await refresh();
      }}
    >
      {() =>
        known.isSuccess ? (
          <TextArea
            id="user-attributes"
            labelText={t('admin.people.attributes.name')}
            helperText={t('admin.people.attributes.hint')}
            rows={6}
            value={text}
            invalid={attributes === undefined}
            invalidText={t('admin.people.attributes.invalid')}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => event.key === 'Enter' && event.stopPropagation()}
          />
        ) : (
          <Waiting query={known} columns={1} />
        )
      }
    </FormDialog>
  );
}
