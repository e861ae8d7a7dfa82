import { Button, Checkbox } from '@carbon/react';
import { Add, TrashCan } from '@carbon/icons-react';
import { useTranslation } from 'react-i18next';
import type { FieldFaults } from '../../../shared/ui/FormDialog';
import { TextField } from '../../../shared/ui/TextField';
import { dayName, DAYS, USUAL_HOURS, withPlace, type Hours } from './sketch';

const MOST = 50;

interface Props {
  hours: Hours[];
  change: (hours: Hours[]) => void;
  faults: FieldFaults;
}

/** When somebody works, as lines of days with a beginning and an end. */
export function HoursFields({ hours, change, faults }: Props) {
  const { t } = useTranslation();
  const none = faults('/hours').invalidText;
  return (
    <section className="adm-calendar-part">
      <h2>{t('admin.calendars.hours')}</h2>
      {none && (
        <p className="adm-calendar-fault" role="alert">
          {none}
        </p>
      )}
      {hours.map((line, index) => (
        <HoursLine
          key={index}
          line={line}
          index={index}
          faults={faults}
          change={(next) => change(withPlace(hours, index, next))}
        />
      ))}
      <Button
        kind="ghost"
        size="sm"
        renderIcon={Add}
        disabled={hours.length >= MOST}
        onClick={() => change([...hours, USUAL_HOURS])}
      >
        {t('admin.calendars.addHours')}
      </Button>
    </section>
  );
}

interface LineProps {
  line: Hours;
  index: number;
  faults: FieldFaults;
  change: (line: Hours | undefined) => void;
}

function HoursLine({ line, index, faults, change }: LineProps) {
  const { t, i18n } = useTranslation();
  const noDays = faults(`/hours/${index}/days`).invalidText;
  return (
    <fieldset className="adm-calendar-line">
      <legend className="cds--visually-hidden">{t('admin.calendars.hoursLine', { number: index + 1 })}</legend>
      <div className="adm-calendar-days">
        {DAYS.map((day) => (
          <Checkbox
            key={day}
            id={`hours-${index}-${day}`}
            labelText={dayName(day, i18n.language, 'short')}
            title={dayName(day, i18n.language, 'long')}
            checked={line.days.includes(day)}
            onChange={(_, { checked }) =>
              change({ ...line, days: checked ? [...line.days, day] : line.days.filter((other) => other !== day) })
            }
          />
        ))}
        {noDays && <p className="adm-calendar-fault">{noDays}</p>}
      </div>
      {(['from', 'to'] as const).map((end) => (
        <TextField
          key={end}
          id={`hours-${index}-${end}`}
          size="sm"
          labelText={t(`admin.calendars.${end}`)}
          placeholder="hh:mm"
          pattern="([01][0-9]|2[0-3]):[0-5][0-9]|24:00"
          title={t('admin.calendars.timeText')}
          required
          value={line[end]}
          {...faults(`/hours/${index}/${end}`)}
          onChange={(event) => change({ ...line, [end]: event.target.value })}
        />
      ))}
      <Button
        hasIconOnly
        kind="ghost"
        size="sm"
        renderIcon={TrashCan}
        iconDescription={t('admin.calendars.dropHours', { number: index + 1 })}
        tooltipPosition="left"
        onClick={() => change(undefined)}
      />
    </fieldset>
  );
}
