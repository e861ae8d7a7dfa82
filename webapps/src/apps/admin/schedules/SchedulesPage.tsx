import { Button, Select, SelectItem, Tag } from '@carbon/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { MissedRuns, Schedule } from '../../../shared/api/schema';
import { PagedTable } from '../../../shared/ui/PagedTable';
import { Time } from '../../../shared/ui/Time';
import { rowsOf } from '../../../shared/ui/pages';
import { useUrlFilters } from '../../../shared/ui/useUrlFilters';
import { STATUSES, useMissedRuns, useSchedules } from './schedules.queries';

const COLOURS = { ACTIVE: 'green', PAUSED: 'gray', ENDED: 'blue' } as const;

/** What is due at a time, and what was missed. */
export function SchedulesPage() {
  const { t } = useTranslation();
  const filters = useUrlFilters();
  const status = STATUSES.find((known) => known === filters.one('status'));
  return (
    <div className="fm-page">
      <div className="fm-page-head">
        <h1>{t('admin.nav.schedules')}</h1>
        <Button size="sm" as={Link} to="/admin/schedules/new">
          {t('admin.schedules.add')}
        </Button>
      </div>
      <div className="fm-filters">
        <Select
          id="schedule-status"
          labelText={t('admin.executions.status')}
          value={status ?? ''}
          onChange={(event) => filters.set({ status: event.target.value })}
        >
          <SelectItem value="" text={t('admin.any')} />
          {STATUSES.map((one) => (
            <SelectItem key={one} value={one} text={t(`admin.schedules.status.${one}`)} />
          ))}
        </Select>
      </div>
      <PagedTable<Schedule>
        label={t('admin.nav.schedules')}
        pages={useSchedules(status)}
        idOf={(one) => one.id ?? ''}
        empty={{
          title: t('admin.schedules.none'),
          text: t(filters.isEmpty ? 'admin.schedules.noneText' : 'admin.executions.noneFits'),
        }}
        columns={[
          {
            key: 'name',
            header: t('admin.variables.name'),
            cell: (one) => <Link to={`/admin/schedules/${one.id}`}>{one.name}</Link>,
          },
          { key: 'when', header: t('admin.schedules.when'), cell: (one) => <When schedule={one} /> },
          { key: 'action', header: t('admin.schedules.action'), cell: (one) => <ActionName type={typeOf(one)} /> },
          { key: 'status', header: t('admin.executions.status'), cell: (one) => <ScheduleStatus schedule={one} /> },
          { key: 'next', header: t('admin.schedules.next'), cell: (one) => <Time at={one.nextRunAt} /> },
        ]}
      />
      <Missed />
    </div>
  );
}

/** Only there when something was missed. */
function Missed() {
  const { t } = useTranslation();
  const missed = useMissedRuns();
  if (rowsOf(missed).length === 0) {
    return null;
  }
  return (
    <>
      <h2>{t('admin.schedules.missed')}</h2>
      <PagedTable<MissedRuns>
        label={t('admin.schedules.missed')}
        pages={missed}
        idOf={(one) => one.id ?? ''}
        empty={{ title: '' }}
        columns={[
          {
            key: 'name',
            header: t('admin.variables.name'),
            cell: (one) => <Link to={`/admin/schedules/${one.schedule}`}>{one.name}</Link>,
          },
          { key: 'missed', header: t('admin.schedules.missedRuns'), cell: (one) => one.missed },
          { key: 'first', header: t('admin.schedules.first'), cell: (one) => <Time at={one.firstAt} exact /> },
          { key: 'last', header: t('admin.schedules.last'), cell: (one) => <Time at={one.lastAt} exact /> },
          { key: 'caught', header: t('admin.schedules.caughtUp'), cell: (one) => one.caughtUp },
          { key: 'noticed', header: t('admin.schedules.noticed'), cell: (one) => <Time at={one.noticedAt} /> },
        ]}
      />
    </>
  );
}

export const typeOf = (schedule: Schedule) => String((schedule.action as { type?: string } | undefined)?.type ?? '');

export function ActionName({ type }: { type: string }) {
  const { t } = useTranslation();
  return <>{t(`admin.schedules.type.${type}`, { defaultValue: type })}</>;
}

export function When({ schedule }: { schedule: Schedule }) {
  return (
    <>
      <code>{schedule.cron ?? schedule.every ?? schedule.at}</code> <span className="fm-hint">{schedule.timezone}</span>
    </>
  );
}

export function ScheduleStatus({ schedule }: { schedule: Schedule }) {
  const { t } = useTranslation();
  const status = schedule.status ?? 'ACTIVE';
  return (
    <Tag size="sm" type={COLOURS[status]}>
      {t(`admin.schedules.status.${status}`)}
    </Tag>
  );
}
