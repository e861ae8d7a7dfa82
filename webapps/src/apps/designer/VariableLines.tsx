import { Button, TextInput } from '@carbon/react';
import { Add } from '@carbon/icons-react';
import { useTranslation } from 'react-i18next';
import type { Line } from './variables';

interface Props {
  /** Tells these lines' fields from others on the page. */
  id: string;
  lines: readonly Line[];
  onChange: (lines: Line[]) => void;
}

/** Names and values to type, a pair in each line. */
export function VariableLines({ id, lines, onChange }: Props) {
  const { t } = useTranslation();
  const edit = (at: number, change: Partial<Line>) =>
    onChange(lines.map((line, index) => (index === at ? { ...line, ...change } : line)));
  return (
    <>
      {lines.map((line, at) => (
        <div className="dsg-pair" key={at}>
          <TextInput id={`${id}-name-${at}`} size="sm" labelText={t('editor.run.variable')} value={line.name} onChange={(event) => edit(at, { name: event.target.value })} />
          <TextInput id={`${id}-value-${at}`} size="sm" labelText={t('editor.run.value')} value={line.value} onChange={(event) => edit(at, { value: event.target.value })} />
        </div>
      ))}
      <Button kind="ghost" size="sm" renderIcon={Add} onClick={() => onChange([...lines, { name: '', value: '' }])}>
        {t('editor.run.add')}
      </Button>
    </>
  );
}
