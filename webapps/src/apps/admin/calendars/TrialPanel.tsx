import { InlineLoading } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateTimeInput } from '../../../shared/ui/DateTimeInput';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';
import { TextField } from '../../../shared/ui/TextField';
import { useTrial } from './calendars.queries';
import { durationOf } from './sketch';

const PARTS = ['days', 'hours', 'minutes'] as const;

/** When something is due that takes so much working time. */
export function TrialPanel({ id, revision }: { id: string; revision: string | undefined }) {
  const { t, i18n } = useTranslation();
  const [parts, setParts] = useState({ days: 2, hours: 0, minutes: 0 });
  const [from, setFrom] = useState<string>();
  const duration = durationOf(parts.days, parts.hours, parts.minutes);
  const trial = useTrial(id, duration === null ? null : { duration, from }, revision);
  const format = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'full', timeStyle: 'short' });
  return (
    <aside className="adm-calendar-trial" aria-label={t('admin.calendars.trial')}>
      <h2>{t('admin.calendars.trial')}</h2>
      <p className="fm-hint">{t('admin.calendars.trialText')}</p>
      <DateTimeInput label={t('admin.calendars.start')} value={from} change={setFrom} />
      <div className="adm-calendar-line">
        {PARTS.map((part) => (
          <TextField
            key={part}
            id={`trial-${part}`}
            type="number"
            size="sm"
            min={0}
            max={9_999}
            labelText={t(`admin.calendars.part.${part}`)}
            value={parts[part]}
            onChange={(event) => setParts({ ...parts, [part]: Number(event.target.value) })}
          />
        ))}
      </div>
      <div role="status" aria-live="polite">
        {duration === null && <p className="fm-hint">{t('admin.calendars.noDuration')}</p>}
        {trial.isFetching && <InlineLoading description={t('table.loading')} />}
        {trial.isSuccess && !trial.isFetching && (
          <p>
            {t('admin.calendars.due')} <strong>{format.format(new Date(trial.data.at ?? 0))}</strong>{' '}
            <code>{duration}</code>
          </p>
        )}
        {trial.isError && <ProblemNotice problem={trial.error} />}
      </div>
    </aside>
  );
}
