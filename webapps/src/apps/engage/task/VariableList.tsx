import { useTranslation } from 'react-i18next';
import { asText } from './conflict';

/** Longer texts are cut: the list is for an overview. */
const LONGEST = 400;

/** Variables by name, always as text. */
export function VariableList({ variables }: { variables?: Record<string, unknown> | null }) {
  const { t } = useTranslation();
  const entries = Object.entries(variables ?? {}).sort(([one], [other]) => one.localeCompare(other));
  if (entries.length === 0) {
    return <p className="fm-hint">{t('engage.briefing.noVariables')}</p>;
  }
  return (
    <dl className="en-facts">
      {entries.map(([name, value]) => {
        const text = asText(value);
        return (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}</dd>
          </div>
        );
      })}
    </dl>
  );
}
