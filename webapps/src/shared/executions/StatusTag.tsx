import { Tag } from '@carbon/react';
import { useTranslation } from 'react-i18next';
import './words';

const COLOURS = {
  RUNNING: 'blue',
  PAUSED: 'purple',
  COMPLETED: 'green',
  CANCELLED: 'gray',
  FAILED: 'red',
} as const;

/** The state of an execution, in words and colour. */
export function StatusTag({ status }: { status?: keyof typeof COLOURS }) {
  const { t } = useTranslation();
  return status ? (
    <Tag type={COLOURS[status]} size="sm">
      {t(`executionWork.status.${status}`)}
    </Tag>
  ) : null;
}
