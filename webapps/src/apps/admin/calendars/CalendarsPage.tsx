import { Button, Tag } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api, body } from '../../../shared/api/client';
import type { BusinessCalendar } from '../../../shared/api/schema';
import { PagedTable } from '../../../shared/ui/PagedTable';
import { Time } from '../../../shared/ui/Time';
import { NamedDialog } from '../people/NamedDialog';
import { useCalendars, useRefreshCalendars } from './calendars.queries';
import { hoursText, sketchOf, USUAL_HOURS } from './sketch';

/** When the tenant works: what two working days mean where a task is due. */
export function CalendarsPage() {
  const { t, i18n } = useTranslation();
  const calendars = useCalendars();
  const [adds, setAdds] = useState(false);
  return (
    <div className="fm-page">
      <div className="fm-page-head">
        <h1>{t('admin.nav.calendars')}</h1>
        <Button size="sm" onClick={() => setAdds(true)}>
          {t('admin.calendars.add')}
        </Button>
      </div>
      <PagedTable<BusinessCalendar>
        label={t('admin.nav.calendars')}
        pages={calendars}
        idOf={(calendar) => calendar.id ?? ''}
        empty={{ title: t('admin.calendars.none'), text: t('admin.calendars.noneText') }}
        columns={[
          {
            key: 'name',
            header: t('admin.variables.name'),
            cell: (calendar) => (
              <>
                <Link to={`/admin/calendars/${encodeURIComponent(calendar.id ?? '')}`}>{calendar.name}</Link>{' '}
                {calendar.default && (
                  <Tag size="sm" type="blue">
                    {t('admin.calendars.isDefault')}
                  </Tag>
                )}
              </>
            ),
          },
          { key: 'id', header: t('admin.executions.id'), cell: (calendar) => <code>{calendar.id}</code> },
          { key: 'zone', header: t('admin.calendars.timeZone'), cell: (calendar) => calendar.timeZone },
          {
            key: 'hours',
            header: t('admin.calendars.hours'),
            cell: (calendar) =>
              sketchOf(calendar)
                .hours.map((hours) => hoursText(hours, i18n.language))
                .join('; '),
          },
          {
            key: 'holidays',
            header: t('admin.calendars.holidays'),
            cell: (calendar) => calendar.holidays?.length ?? 0,
          },
          {
            key: 'changed',
            header: t('admin.processes.updated'),
            cell: (calendar) => (
              <>
                <Time at={calendar.updatedAt} /> <span className="fm-hint">{calendar.updatedBy}</span>
              </>
            ),
          },
        ]}
      />
      {adds && <NewCalendarDialog onClose={() => setAdds(false)} />}
    </div>
  );
}

function NewCalendarDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const refresh = useRefreshCalendars();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return (
    <NamedDialog
      title={t('admin.calendars.add')}
      text={t('admin.calendars.addText', { timeZone })}
      idText={t('admin.calendars.idText')}
      onClose={onClose}
      make={async (id, name) => {
        await body(api.POST('/calendars', { body: { id, name, timeZone, hours: [USUAL_HOURS] } }));
        await refresh();
        void navigate(`/admin/calendars/${encodeURIComponent(id)}`);
      }}
    />
  );
}
