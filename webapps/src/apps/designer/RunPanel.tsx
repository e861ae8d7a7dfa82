import { Button, InlineNotification } from '@carbon/react';
import { Play } from '@carbon/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ProcessView } from '@shared/api/schema';
import type { BpmnModeler } from '@shared/bpmn/modeler';
import { drawMarks } from '@shared/bpmn/marks';
import { useHasRole } from '@shared/session/SessionGate';
import { ProblemNotice } from '@shared/ui/ProblemNotice';
import { useStart, useWatched } from './run.queries';
import { variablesOf, type Line } from './variables';
import { VariableLines } from './VariableLines';

/** Starts the latest version and shows on the canvas where its tokens are. */
export function RunPanel({ process, modeler }: { process: ProcessView; modeler: BpmnModeler }) {
  const { t } = useTranslation();
  const start = useStart(process.id ?? '');
  const watched = useWatched(start.data?.id ?? null);
  const [lines, setLines] = useState<Line[]>([{ name: '', value: '' }]);
  const mayOperate = useHasRole('admin', 'developer');
  const execution = watched.data ?? start.data;

  useEffect(() => {
    if (!execution) {
      return;
    }
    const tokens: Record<string, number> = {};
    for (const { activityId } of execution.activities ?? []) {
      if (activityId) {
        tokens[activityId] = (tokens[activityId] ?? 0) + 1;
      }
    }
    const incidents: Record<string, number> = {};
    for (const { activityId } of execution.incidents ?? []) {
      if (activityId) {
        incidents[activityId] = (incidents[activityId] ?? 0) + 1;
      }
    }
    return drawMarks(modeler, { tokens, incidents });
  }, [modeler, execution]);

  if (process.latestVersion == null) {
    return <p className="dsg-panel">{t('editor.run.publishFirst')}</p>;
  }

  return (
    <div className="dsg-panel">
      <p>{t('editor.run.text', { version: process.latestVersion })}</p>
      {process.unpublishedChanges && (
        <InlineNotification kind="info" lowContrast hideCloseButton title={t('editor.run.notDraft')} />
      )}
      <form
        className="dsg-form"
        onSubmit={(event) => {
          event.preventDefault();
          start.mutate(variablesOf(lines));
        }}
      >
        <VariableLines id="dsg-run" lines={lines} onChange={setLines} />
        <Button type="submit" size="sm" renderIcon={Play} disabled={start.isPending}>
          {t('editor.run.start')}
        </Button>
      </form>
      {start.isError && <ProblemNotice problem={start.error} />}
      {execution && (
        <section aria-live="polite">
          <h2>{t(`editor.run.status.${execution.status ?? 'RUNNING'}`)}</h2>
          <ul>
            {execution.activities?.map((activity, at) => (
              <li key={at}>{t('editor.run.waitsAt', { name: activity.name ?? activity.activityId })}</li>
            ))}
            {execution.incidents?.map((incident, at) => (
              <li key={at} className="dsg-error">
                {incident.message}
              </li>
            ))}
          </ul>
          {mayOperate ? (
            <Link to={`/admin/executions/${execution.id}`} className="cds--link">
              {t('editor.run.open')}
            </Link>
          ) : (
            <p className="fm-hint">
              <code>{execution.id}</code>
            </p>
          )}
        </section>
      )}
    </div>
  );
}
