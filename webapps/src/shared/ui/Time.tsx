import { useTranslation } from 'react-i18next';
import { dateTime, relative } from './time';

/** An instant, relative to now, with the exact time as its title. */
export function Time({ at, exact }: { at?: string | null; exact?: boolean }) {
  const { i18n } = useTranslation();
  if (!at) {
    return <span className="fm-hint">–</span>;
  }
  const full = dateTime(at, i18n.language);
  return (
    <time dateTime={at} title={full}>
      {exact ? full : relative(at, i18n.language)}
    </time>
  );
}
