import { Checkbox, CheckboxGroup } from '@carbon/react';
import { useTranslation } from 'react-i18next';

interface Props {
  roles: readonly string[];
  chosen: string[];
  change: (roles: string[]) => void;
  invalid?: boolean;
  invalidText?: string;
}

/** Which roles; each says what it opens. */
export function RolesField({ roles, chosen, change, invalid, invalidText }: Props) {
  const { t } = useTranslation();
  return (
    <CheckboxGroup legendText={t('admin.users.roles')} invalid={invalid} invalidText={invalidText}>
      {roles.map((role) => (
        <Checkbox
          key={role}
          id={`role-${role}`}
          labelText={t(`admin.people.role.${role}`)}
          checked={chosen.includes(role)}
          onChange={(_, { checked }) =>
            change(checked ? [...chosen, role] : chosen.filter((other) => other !== role))
          }
        />
      ))}
    </CheckboxGroup>
  );
}
