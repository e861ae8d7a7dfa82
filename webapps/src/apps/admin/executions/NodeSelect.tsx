import { Select, SelectItem } from '@carbon/react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlowNode } from './nodes';

interface Props {
  label: string;
  nodes: FlowNode[];
  value: string;
  change: (id: string) => void;
}

/** Asks for one activity of the diagram. */
export function NodeSelect({ label, nodes, value, change }: Props) {
  const { t } = useTranslation();
  return (
    <Select
      id={useId()}
      labelText={label}
      value={value}
      onChange={(event) => change(event.target.value)}
    >
      <SelectItem value="" text={t('admin.choose')} />
      {nodes.map((node) => (
        <SelectItem key={node.id} value={node.id} text={node.name} />
      ))}
    </Select>
  );
}
