import { Select, SelectItem } from '@carbon/react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldFaults } from '../../../shared/ui/FormDialog';
import { rowsOf } from '../../../shared/ui/pages';
import { TextField } from '../../../shared/ui/TextField';
import { useCalendars } from '../calendars/calendars.queries';
import { KINDS, OUTSIDE, type Sketch } from './sketch';

interface Props {
  sketch: Sketch;
  change: (changes: Partial<Sketch>) => void;
  faults: FieldFaults;
}

/** When it runs: the kind of time, the time, its zone, and the working time that counts. */
export function TimesFields({ sketch, change, faults }: Props) {
  const { t } = useTranslation();
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), []);
  return (
    <>
      <Select
        id="schedule-kind"
        labelText={t('admin.schedules.when')}
        value={sketch.kind}
        onChange={(event) => change({ kind: event.target.value as Sketch['kind'] })}
      >
        {KINDS.map((kind) => (
          <SelectItem key={kind} value={kind} text={t(`admin.schedules.kinds.${kind}`)} />
        ))}
      </Select>
      <TextField
        key={sketch.kind}
        id={`schedule-${sketch.kind}`}
        labelText={t(`admin.schedules.kind.${sketch.kind}`)}
        helperText={t(`admin.schedules.kindText.${sketch.kind}`)}
        autoComplete="off"
        value={sketch[sketch.kind]}
        {...faults(`/${sketch.kind}`)}
        onChange={(event) => change({ [sketch.kind]: event.target.value })}
      />
      <TextField
        id="schedule-zone"
        list="schedule-zones"
        labelText={t('admin.calendars.timeZone')}
        autoComplete="off"
        value={sketch.timezone}
        {...faults('/timezone')}
        onChange={(event) => change({ timezone: event.target.value })}
      />
      <datalist id="schedule-zones">
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <CalendarFields sketch={sketch} change={change} faults={faults} />
    </>
  );
}

function CalendarFields({ sketch, change, faults }: Props) {
  const { t } = useTranslation();
  const known = rowsOf(useCalendars()).map(({ id = '', name = id }) => ({ id, name }));
  const isKnown = sketch.calendar === '' || known.some(({ id }) => id === sketch.calendar);
  return (
    <>
      <Select
        id="schedule-calendar"
        labelText={t('admin.schedules.calendar')}
        value={sketch.calendar}
        {...faults('/calendar')}
        onChange={(event) => change({ calendar: event.target.value })}
      >
        <SelectItem value="" text={t('admin.schedules.anyTime')} />
        {!isKnown && <SelectItem value={sketch.calendar} text={sketch.calendar} />}
        {known.map(({ id, name }) => (
          <SelectItem key={id} value={id} text={name} />
        ))}
      </Select>
      {sketch.calendar && (
        <Select
          id="schedule-outside"
          labelText={t('admin.schedules.outside')}
          value={sketch.outsideHours}
          onChange={(event) => change({ outsideHours: event.target.value as Sketch['outsideHours'] })}
        >
          {OUTSIDE.map((one) => (
            <SelectItem key={one} value={one} text={t(`admin.schedules.outsides.${one}`)} />
          ))}
        </Select>
      )}
    </>
  );
}
