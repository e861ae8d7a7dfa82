import { TextInput } from '@carbon/react';
import { useTranslation } from 'react-i18next';
import { places } from './folders';
import { useFolders } from './folders.queries';

interface Props {
  id: string;
  value: string;
  onChange: (folder: string) => void;
  focus?: boolean;
}

/** A folder by its path, known ones are proposed; a new name makes a new folder. */
export function FolderField({ id, value, onChange, focus }: Props) {
  const { t } = useTranslation();
  const folders = useFolders();
  return (
    <>
      <TextInput
        id={id}
        data-modal-primary-focus={focus}
        list={`${id}-known`}
        labelText={t('folders.folder')}
        helperText={t('folders.hint')}
        maxLength={255}
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <datalist id={`${id}-known`}>
        {places(folders.data ?? []).map((path) => (
          <option key={path} value={path} />
        ))}
      </datalist>
    </>
  );
}
