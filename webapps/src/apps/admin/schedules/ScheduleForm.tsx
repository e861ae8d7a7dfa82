import { Button, Select, SelectItem } from '@carbon/react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, body, ifMatch } from '../../../shared/api/client';
import { faultAt } from '../../../shared/api/faults';
import type { Schedule } from '../../../shared/api/schema';
import type { FieldFaults } from '../../../shared/ui/FormDialog';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';
import { TextField } from '../../../shared/ui/TextField';
import { useToasts } from '../../../shared/ui/Toasts';
import { useSettled } from '../../../shared/ui/useSettled';
import { ActionFields } from './ActionFields';
import { RunList } from './RunList';
import { usePreview, useRefreshSchedules } from './schedules.queries';
import './schedules.scss';
import { isReady, MISFIRES, OVERLAPS, requestOf, sketchOf, timesOf, type Sketch } from './sketch';
import { TimesFields } from './TimesFields';

/** Makes a schedule, or changes one, beside the runs that it will have. */
export function ScheduleForm({ schedule, etag }: { schedule?: Schedule; etag?: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const toasts = useToasts();
  const refresh = useRefreshSchedules();
  const [sketch, setSketch] = useState(() => sketchOf(schedule));
  const change = (changes: Partial<Sketch>) => setSketch((now) => ({ ...now, ...changes }));
  const save = useMutation({
    mutationFn: () =>
      body(
        schedule
          ? api.PUT('/schedules/{id}', {
              params: { path: { id: schedule.id as never }, header: ifMatch(etag) },
              body: requestOf(sketch),
            })
          : api.POST('/schedules', { body: requestOf(sketch) }),
      ),
    onSuccess: async (saved) => {
      toasts.done(t('admin.schedules.saved', { name: saved.name }));
      await refresh();
      await navigate(`/admin/schedules/${String(saved.id)}`);
    },
  });
  const faults: FieldFaults = (pointer) => {
    const text = faultAt(save.error, pointer);
    return { invalid: text !== undefined, invalidText: text };
  };
  return (
    <div className="adm-schedule">
      <form
        className="adm-schedule-form"
        aria-label={t(schedule ? 'admin.schedules.edit' : 'admin.schedules.add')}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <TextField
          id="schedule-name"
          labelText={t('admin.variables.name')}
          maxLength={200}
          value={sketch.name}
          {...faults('/name')}
          onChange={(event) => change({ name: event.target.value })}
        />
        <TimesFields sketch={sketch} change={change} faults={faults} />
        <Choice name="misfire" among={MISFIRES} sketch={sketch} change={change} />
        <Choice name="overlap" among={OVERLAPS} sketch={sketch} change={change} />
        <ActionFields sketch={sketch} change={change} faults={faults} />
        <p className="fm-hint">{t('admin.schedules.runsForYou')}</p>
        {save.isError && <ProblemNotice problem={save.error} />}
        <div className="fm-row">
          <Button type="submit" size="md" disabled={!isReady(sketch) || save.isPending}>
            {t('action.save')}
          </Button>
          <Button
            kind="ghost"
            size="md"
            onClick={() => void navigate(schedule ? `/admin/schedules/${schedule.id}` : '/admin/schedules')}
          >
            {t('action.cancel')}
          </Button>
        </div>
      </form>
      <Preview sketch={sketch} />
    </div>
  );
}

interface ChoiceProps {
  name: 'misfire' | 'overlap';
  among: readonly string[];
  sketch: Sketch;
  change: (changes: Partial<Sketch>) => void;
}

function Choice({ name, among, sketch, change }: ChoiceProps) {
  const { t } = useTranslation();
  return (
    <Select
      id={`schedule-${name}`}
      labelText={t(`admin.schedules.${name}`)}
      value={sketch[name]}
      onChange={(event) => change({ [name]: event.target.value })}
    >
      {among.map((one) => (
        <SelectItem key={one} value={one} text={t(`admin.schedules.${name}s.${one}`)} />
      ))}
    </Select>
  );
}

const REST_MS = 300;

function Preview({ sketch }: { sketch: Sketch }) {
  const { t } = useTranslation();
  const asked = useSettled(JSON.stringify(timesOf(sketch)), REST_MS) as string | undefined;
  const preview = usePreview(asked === undefined ? undefined : JSON.parse(asked));
  const runs = preview.data?.runs ?? [];
  return (
    <section className="adm-schedule-preview" aria-labelledby="schedule-preview" aria-live="polite">
      <h2 id="schedule-preview">{t('admin.schedules.preview')}</h2>
      {preview.isError ? (
        <ProblemNotice problem={preview.error} />
      ) : runs.length > 0 ? (
        <RunList runs={runs} timezone={sketch.timezone} />
      ) : (
        <p className="fm-hint">{t('admin.schedules.noRuns')}</p>
      )}
    </section>
  );
}
