import { Button, Select, SelectItem, Tag } from '@carbon/react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { api, body } from '../../../shared/api/client';
import type { Schedule, ScheduleRun } from '../../../shared/api/schema';
import { ConfirmDialog } from '../../../shared/ui/ConfirmDialog';
import { PagedTable } from '../../../shared/ui/PagedTable';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';
import { Time } from '../../../shared/ui/Time';
import { useToasts } from '../../../shared/ui/Toasts';
import { useUrlFilters } from '../../../shared/ui/useUrlFilters';
import { Waiting } from '../../../shared/ui/Waiting';
import { RunList } from './RunList';
import { ScheduleForm } from './ScheduleForm';
import { RUN_STATUSES, useRefreshSchedules, useRuns, useSchedule } from './schedules.queries';
import { ActionName, ScheduleStatus, typeOf, When } from './SchedulesPage';

const COLOURS = { WAITING: 'gray', RUNNING: 'blue', DONE: 'green', FAILED: 'red', SKIPPED: 'purple' } as const;

/** One schedule under its id, the form to change it under `?edit=1`, and the form of a new one under `new`. */
export function SchedulePage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  return id === 'new' ? (
    <div className="fm-page">
      <h1>{t('admin.schedules.add')}</h1>
      <ScheduleForm />
    </div>
  ) : (
    <Known key={id} id={id} />
  );
}

function Known({ id }: { id: string }) {
  const { t } = useTranslation();
  const filters = useUrlFilters();
  const read = useSchedule(id);
  if (!read.data) {
    return <Waiting query={read} />;
  }
  const { value: schedule, etag } = read.data;
  if (filters.one('edit')) {
    return (
      <div className="fm-page">
        <h1>{schedule.name}</h1>
        <ScheduleForm schedule={schedule} etag={etag} />
      </div>
    );
  }
  return (
    <div className="fm-page">
      <div className="fm-page-head">
        <div className="fm-row">
          <h1>{schedule.name}</h1>
          <ScheduleStatus schedule={schedule} />
        </div>
        <Actions schedule={schedule} />
      </div>
      <Facts schedule={schedule} />
      <h2>{t('admin.schedules.nextRuns')}</h2>
      {schedule.nextRuns?.length ? (
        <RunList runs={schedule.nextRuns} timezone={schedule.timezone} />
      ) : (
        <p className="fm-hint">{t('admin.schedules.noRuns')}</p>
      )}
      <h2>{t('admin.schedules.history')}</h2>
      <Runs id={id} />
    </div>
  );
}

function Facts({ schedule }: { schedule: Schedule }) {
  const { t } = useTranslation();
  const action = Object.fromEntries(Object.entries(schedule.action ?? {}).filter(([name]) => name !== 'type'));
  return (
    <dl className="fm-facts">
      <dt>{t('admin.schedules.when')}</dt>
      <dd>
        <When schedule={schedule} />
      </dd>
      <dt>{t('admin.schedules.action')}</dt>
      <dd>
        <ActionName type={typeOf(schedule)} /> <code>{JSON.stringify(action)}</code>
      </dd>
      <dt>{t('admin.schedules.misfire')}</dt>
      <dd>{t(`admin.schedules.misfires.${schedule.misfire}`)}</dd>
      <dt>{t('admin.schedules.overlap')}</dt>
      <dd>{t(`admin.schedules.overlaps.${schedule.overlap}`)}</dd>
      {schedule.calendar && (
        <>
          <dt>{t('admin.schedules.calendar')}</dt>
          <dd>
            {schedule.calendar} · {t(`admin.schedules.outsides.${schedule.outsideHours}`)}
          </dd>
        </>
      )}
      <dt>{t('admin.schedules.runsAs')}</dt>
      <dd>{schedule.runsAs}</dd>
    </dl>
  );
}

function Actions({ schedule }: { schedule: Schedule }) {
  const { t } = useTranslation();
  const refresh = useRefreshSchedules();
  const navigate = useNavigate();
  const toasts = useToasts();
  const [drops, setDrops] = useState(false);
  const params = { params: { path: { id: schedule.id as never } } };
  const work = useMutation({
    mutationFn: (act: { run: () => Promise<unknown>; done?: string }) => act.run(),
    onSuccess: async (_, { done }) => {
      if (done) {
        toasts.done(done);
      }
      await refresh();
    },
  });
  const isPaused = schedule.status === 'PAUSED';
  return (
    <div className="fm-row">
      <Button
        size="sm"
        kind="tertiary"
        disabled={work.isPending}
        onClick={() =>
          work.mutate({ run: () => body(api.POST('/schedules/{id}/execute', params)), done: t('admin.schedules.asked') })
        }
      >
        {t('admin.schedules.runNow')}
      </Button>
      {schedule.status !== 'ENDED' && (
        <Button
          size="sm"
          kind="ghost"
          disabled={work.isPending}
          onClick={() =>
            work.mutate({
              run: () =>
                body(isPaused ? api.PUT('/schedules/{id}/resume', params) : api.PUT('/schedules/{id}/pause', params)),
            })
          }
        >
          {t(isPaused ? 'admin.subscriptions.resume' : 'admin.subscriptions.pause')}
        </Button>
      )}
      <Button size="sm" kind="ghost" as={Link} to="?edit=1">
        {t('admin.edit')}
      </Button>
      <Button size="sm" kind="danger--ghost" onClick={() => setDrops(true)}>
        {t('action.delete')}
      </Button>
      {work.error && <ProblemNotice problem={work.error} />}
      {drops && (
        <ConfirmDialog
          title={t('admin.subscriptions.drop', { name: schedule.name })}
          text={t('admin.schedules.dropText')}
          confirm={t('action.delete')}
          onClose={() => setDrops(false)}
          run={async () => {
            await body(api.DELETE('/schedules/{id}', params));
            toasts.done(t('admin.schedules.dropped'));
            await navigate('/admin/schedules');
            await refresh();
          }}
        />
      )}
    </div>
  );
}

function Runs({ id }: { id: string }) {
  const { t } = useTranslation();
  const filters = useUrlFilters();
  const status = RUN_STATUSES.find((known) => known === filters.one('runs'));
  return (
    <>
      <div className="fm-filters">
        <Select
          id="run-status"
          labelText={t('admin.executions.status')}
          value={status ?? ''}
          onChange={(event) => filters.set({ runs: event.target.value })}
        >
          <SelectItem value="" text={t('admin.any')} />
          {RUN_STATUSES.map((one) => (
            <SelectItem key={one} value={one} text={t(`admin.schedules.run.${one}`)} />
          ))}
        </Select>
      </div>
      <PagedTable<ScheduleRun>
        label={t('admin.schedules.history')}
        pages={useRuns(id, status)}
        idOf={(run) => run.id ?? ''}
        empty={{
          title: t('admin.schedules.noHistory'),
          text: t(status ? 'admin.executions.noneFits' : 'admin.schedules.noHistoryText'),
        }}
        columns={[
          { key: 'due', header: t('admin.schedules.due'), cell: (run) => <Time at={run.scheduledAt} exact /> },
          {
            key: 'trigger',
            header: t('admin.schedules.why'),
            cell: (run) => t(`admin.schedules.trigger.${run.trigger}`),
          },
          {
            key: 'status',
            header: t('admin.executions.status'),
            cell: (run) => (
              <Tag size="sm" type={COLOURS[run.status ?? 'WAITING']}>
                {t(`admin.schedules.run.${run.status}`)}
              </Tag>
            ),
          },
          { key: 'ended', header: t('admin.executions.ended'), cell: (run) => <Time at={run.endedAt} exact /> },
          { key: 'as', header: t('admin.schedules.runsAs'), cell: (run) => run.runAs },
          { key: 'result', header: t('admin.schedules.result'), cell: (run) => <Result run={run} /> },
        ]}
      />
    </>
  );
}

function Result({ run }: { run: ScheduleRun }) {
  const [kind, id] = run.subject?.split('/') ?? [];
  return kind === 'execution' && id ? (
    <Link to={`/admin/executions/${id}`}>{run.message ?? run.subject}</Link>
  ) : (
    <>{run.message ?? run.code ?? '–'}</>
  );
}
