import { Button, Checkbox } from '@carbon/react';
import { Add, TrashCan } from '@carbon/icons-react';
import { useTranslation } from 'react-i18next';
import type { FieldFaults } from '../../../shared/ui/FormDialog';
import { TextField } from '../../../shared/ui/TextField';
import { withPlace, type Holiday } from './sketch';

const MOST = 1_000;

interface Props {
  holidays: Holiday[];
  change: (holidays: Holiday[]) => void;
  faults: FieldFaults;
}

/** The days on which nobody works. */
export function HolidaysFields({ holidays, change, faults }: Props) {
  const { t } = useTranslation();
  return (
    <section className="adm-calendar-part">
      <h2>{t('admin.calendars.holidays')}</h2>
      {holidays.length === 0 && <p className="fm-hint">{t('admin.calendars.noHolidays')}</p>}
      {holidays.map((holiday, index) => (
        <fieldset key={index} className="adm-calendar-line">
          <legend className="cds--visually-hidden">
            {t('admin.calendars.holidayLine', { number: index + 1 })}
          </legend>
          <TextField
            id={`holiday-${index}-date`}
            type="date"
            size="sm"
            required
            labelText={t('admin.calendars.date')}
            value={holiday.date}
            {...faults(`/holidays/${index}/date`)}
            onChange={(event) => change(withPlace(holidays, index, { ...holiday, date: event.target.value }))}
          />
          <TextField
            id={`holiday-${index}-name`}
            size="sm"
            maxLength={200}
            labelText={t('admin.variables.name')}
            value={holiday.name}
            {...faults(`/holidays/${index}/name`)}
            onChange={(event) => change(withPlace(holidays, index, { ...holiday, name: event.target.value }))}
          />
          <Checkbox
            id={`holiday-${index}-yearly`}
            labelText={t('admin.calendars.yearly')}
            checked={holiday.yearly}
            onChange={(_, { checked }) => change(withPlace(holidays, index, { ...holiday, yearly: checked }))}
          />
          <Button
            hasIconOnly
            kind="ghost"
            size="sm"
            renderIcon={TrashCan}
            iconDescription={t('admin.calendars.dropHoliday', { name: holiday.name || holiday.date })}
            tooltipPosition="left"
            onClick={() => change(withPlace(holidays, index, undefined))}
          />
        </fieldset>
      ))}
      <Button
        kind="ghost"
        size="sm"
        renderIcon={Add}
        disabled={holidays.length >= MOST}
        onClick={() => change([...holidays, { date: '', name: '', yearly: false }])}
      >
        {t('admin.calendars.addHoliday')}
      </Button>
    </section>
  );
}
