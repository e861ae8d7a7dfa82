import { useTranslation } from 'react-i18next';
import type { FieldFaults } from '../../../shared/ui/FormDialog';
import { TextField } from '../../../shared/ui/TextField';
import { RolesField } from './RolesField';

/** What an administrator says of a user. */
export interface UserSketch {
  name: string;
  email: string;
  roles: string[];
}

interface Props {
  user: UserSketch;
  offered: readonly string[];
  change: (user: UserSketch) => void;
  faults: FieldFaults;
}

export function UserFields({ user, offered, change, faults }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        id="user-name"
        labelText={t('admin.variables.name')}
        value={user.name}
        {...faults('/name')}
        onChange={(event) => change({ ...user, name: event.target.value })}
      />
      <TextField
        id="user-email"
        labelText={t('admin.people.user.email')}
        value={user.email}
        {...faults('/email')}
        onChange={(event) => change({ ...user, email: event.target.value })}
      />
      <RolesField
        roles={offered}
        chosen={user.roles}
        change={(roles) => change({ ...user, roles })}
        {...faults('/roles')}
      />
    </>
  );
}
