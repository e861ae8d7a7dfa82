import { Checkbox } from '@carbon/react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../../shared/ui/TextField';
import { ROLES } from '../people/people.queries';
import { RolesField } from '../people/RolesField';
import type { AccessSketch } from './access';

/** Who may read a collection. */
export function AccessFields({ access, change }: { access: AccessSketch; change: (access: AccessSketch) => void }) {
  const { t } = useTranslation();
  return (
    <fieldset className="fm-dialog">
      <legend>{t('admin.knowledge.access')}</legend>
      <Checkbox
        id="knowledge-everyone"
        labelText={t('admin.knowledge.everyone')}
        checked={access.everyone}
        onChange={(_, { checked }) => change({ ...access, everyone: checked })}
      />
      {!access.everyone && (
        <>
          <RolesField roles={ROLES} chosen={access.roles} change={(roles) => change({ ...access, roles })} />
          <TextField
            id="knowledge-groups"
            labelText={t('admin.knowledge.groups')}
            value={access.groups}
            onChange={(event) => change({ ...access, groups: event.target.value })}
          />
          <TextField
            id="knowledge-users"
            labelText={t('admin.knowledge.users')}
            value={access.users}
            onChange={(event) => change({ ...access, users: event.target.value })}
          />
        </>
      )}
    </fieldset>
  );
}
