import { Tag } from '@carbon/react';
import { CheckmarkFilled, Time as Clock, WarningAltFilled, WarningFilled } from '@carbon/icons-react';
import { useTranslation } from 'react-i18next';
import type { TaskView } from '../../../shared/api/schema';
import { dateTime, relative } from '../../../shared/ui/time';
import { standing, type Level } from './sla';

const LOOK: Record<Exclude<Level, 'none'>, { type: 'red' | 'warm-gray' | 'gray' | 'green'; icon: typeof Clock }> = {
  missed: { type: 'red', icon: WarningFilled },
  overdue: { type: 'red', icon: WarningFilled },
  risk: { type: 'warm-gray', icon: WarningAltFilled },
  track: { type: 'gray', icon: Clock },
  due: { type: 'gray', icon: Clock },
  met: { type: 'green', icon: CheckmarkFilled },
};

/** The time that is left in words; colour and sign only repeat them. */
export function SlaTag({ task }: { task: TaskView }) {
  const { t, i18n } = useTranslation();
  const { level, at } = standing(task);
  if (level === 'none' || !at) {
    return <span className="fm-hint">–</span>;
  }
  const { type, icon } = LOOK[level];
  return (
    <Tag type={type} size="sm" renderIcon={icon} title={dateTime(at, i18n.language)}>
      {t(`engage.sla.${level}`, { when: relative(at, i18n.language) })}
    </Tag>
  );
}
