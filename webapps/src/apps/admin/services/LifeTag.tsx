import { Tag } from '@carbon/react';
import { useTranslation } from 'react-i18next';

const COLOURS = { UP: 'green', DOWN: 'red', UNKNOWN: 'gray' } as const;

interface Props {
  status?: keyof typeof COLOURS;
  cause?: string | null;
}

/** Whether something lives, in colour and in words, and why it does not. */
export function LifeTag({ status = 'UNKNOWN', cause }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <Tag size="sm" type={COLOURS[status]}>
        {t(`admin.services.life.${status}`)}
      </Tag>
      {cause && <span className="fm-hint"> {cause}</span>}
    </>
  );
}
