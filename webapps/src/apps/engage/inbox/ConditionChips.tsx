import { DismissibleTag, Tag } from '@carbon/react';
import { useTranslation } from 'react-i18next';
import { readCondition, signOf } from './conditions';
import './conditionWords';

interface Props {
  conditions: string[];
  /** Undefined where they are a saved filter's, which stays as it is. */
  onRemove?: (condition: string) => void;
}

/** What variables are to be like, in words. */
export function ConditionChips({ conditions, onRemove }: Props) {
  const { t } = useTranslation();
  return (
    <ul className="en-conditions" aria-label={t('engage.condition.all')}>
      {conditions.map((text) => {
        const condition = readCondition(text);
        const words = condition
          ? `${condition.name} ${signOf(condition.operator, t('engage.condition.contains'))} ${condition.value}`
          : text;
        return (
          <li key={text}>
            {onRemove ? (
              <DismissibleTag
                type="blue"
                text={words}
                title={t('engage.condition.remove', { condition: words })}
                onClose={() => onRemove(text)}
              />
            ) : (
              <Tag type="gray">{words}</Tag>
            )}
          </li>
        );
      })}
    </ul>
  );
}
