import { Tag } from '@carbon/react';
import { useTranslation } from 'react-i18next';
import type { PlannedRun } from '../../../shared/api/schema';
import { dateTime } from '../../../shared/ui/time';

/** Runs to come: the time on the wall of the schedule's zone, the reader's own where it differs, and what is not plain. */
export function RunList({ runs, timezone }: { runs: PlannedRun[]; timezone?: string }) {
  const { t, i18n } = useTranslation();
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <ol className="fm-history">
      {runs.map((run) => (
        <li key={`${run.at}/${run.local}`}>
          <time dateTime={run.at}>{run.local?.replace('T', ' ')}</time>
          {run.at && timezone !== own && <span className="fm-hint">{dateTime(run.at, i18n.language)}</span>}
          {run.notes?.map((note) => (
            <Tag key={note.code} size="sm" type="magenta" title={note.text}>
              {t(`admin.schedules.note.${note.code}`, { defaultValue: note.text })}
            </Tag>
          ))}
        </li>
      ))}
    </ol>
  );
}
