import { Button, Checkbox } from '@carbon/react';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body, ifMatch } from '../../../shared/api/client';
import { faultAt } from '../../../shared/api/faults';
import type { BusinessCalendar } from '../../../shared/api/schema';
import type { FieldFaults } from '../../../shared/ui/FormDialog';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';
import { TextField } from '../../../shared/ui/TextField';
import { useToasts } from '../../../shared/ui/Toasts';
import { useRefreshCalendars } from './calendars.queries';
import { HolidaysFields } from './HolidaysFields';
import { HoursFields } from './HoursFields';
import { byDate, requestOf, sketchOf } from './sketch';

/** Everything of a calendar but its id; saved as a whole, unless somebody else has meanwhile. */
export function CalendarForm({ calendar, etag }: { calendar: BusinessCalendar; etag: string | undefined }) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const refresh = useRefreshCalendars();
  const [sketch, setSketch] = useState(() => sketchOf(calendar));
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), []);
  const save = useMutation({
    mutationFn: () => {
      const sorted = { ...sketch, holidays: byDate(sketch.holidays) };
      setSketch(sorted);
      return body(
        api.PUT('/calendars/{id}', {
          params: { path: { id: calendar.id ?? '' }, header: ifMatch(etag) },
          body: requestOf(sorted),
        }),
      );
    },
    onSuccess: async () => {
      toasts.done(t('admin.calendars.saved', { name: sketch.name }));
      await refresh();
    },
  });
  const faults: FieldFaults = (pointer) => {
    const text = faultAt(save.error, pointer);
    return { invalid: text !== undefined, invalidText: text };
  };
  const isReady = sketch.name.trim() !== '' && sketch.holidays.every((holiday) => holiday.date !== '');

  return (
    <form
      className="adm-calendar-form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <TextField
        id="calendar-name"
        labelText={t('admin.variables.name')}
        maxLength={200}
        value={sketch.name}
        {...faults('/name')}
        onChange={(event) => setSketch({ ...sketch, name: event.target.value })}
      />
      <TextField
        id="calendar-zone"
        list="calendar-zones"
        labelText={t('admin.calendars.timeZone')}
        value={sketch.timeZone}
        {...faults('/timeZone')}
        onChange={(event) => setSketch({ ...sketch, timeZone: event.target.value })}
      />
      <datalist id="calendar-zones">
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <Checkbox
        id="calendar-default"
        labelText={t('admin.calendars.default')}
        helperText={t('admin.calendars.defaultText')}
        checked={sketch.isDefault}
        onChange={(_, { checked }) => setSketch({ ...sketch, isDefault: checked })}
      />
      <HoursFields hours={sketch.hours} change={(hours) => setSketch({ ...sketch, hours })} faults={faults} />
      <HolidaysFields
        holidays={sketch.holidays}
        change={(holidays) => setSketch({ ...sketch, holidays })}
        faults={faults}
      />
      {save.isError && <ProblemNotice problem={save.error} />}
      <Button type="submit" size="md" disabled={!isReady || save.isPending}>
        {t('action.save')}
      </Button>
    </form>
  );
}
