import { Button } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ExecutionView, IncidentView } from '../../../shared/api/schema';
import { useHasRole } from '../../../shared/session/SessionGate';
import { EmptyState } from '../../../shared/ui/EmptyState';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';
import { Time } from '../../../shared/ui/Time';
import { useTrace } from './executions.queries';

/** What went wrong and is still open, down to the innermost cause. */
export function IncidentList({ execution }: { execution: ExecutionView }) {
  const { t } = useTranslation();
  const incidents = execution.incidents ?? [];
  if (incidents.length === 0) {
    return <EmptyState title={t('admin.incidents.noneHere')} />;
  }
  return (
    <ul className="fm-incidents">
      {incidents.map((incident) => (
        <Incident key={incident.id} incident={incident} executionId={execution.id ?? ''} />
      ))}
    </ul>
  );
}

function Incident({ incident, executionId }: { incident: IncidentView; executionId: string }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const mayTrace = useHasRole('admin', 'developer');
  const trace = useTrace(executionId, isOpen ? (incident.id ?? null) : null);
  return (
    <li>
      <h3>{incident.message || t('admin.incidents.noMessage')}</h3>
      <dl className="fm-facts">
        {incident.rootCause && (
          <>
            <dt>{t('admin.incidents.rootCause')}</dt>
            <dd>{incident.rootCause}</dd>
          </>
        )}
        <dt>{t('admin.incidents.activity')}</dt>
        <dd>{incident.activityName ?? incident.activityId}</dd>
        <dt>{t('admin.incidents.since')}</dt>
        <dd>
          <Time at={incident.since} />
        </dd>
        {incident.executionId && incident.executionId !== executionId && (
          <>
            <dt>{t('admin.incidents.in')}</dt>
            <dd>
              <Link to={`/admin/executions/${incident.executionId}`}>{incident.processKey}</Link>
            </dd>
          </>
        )}
      </dl>
      {mayTrace && (
        <Button kind="ghost" size="sm" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t('admin.incidents.trace')}
        </Button>
      )}
      {isOpen && trace.error && <ProblemNotice problem={trace.error} />}
      {isOpen && trace.data && (
        <pre className="fm-code" tabIndex={0} aria-label={t('admin.incidents.trace')}>
          {trace.data.text || t('admin.incidents.noTrace')}
        </pre>
      )}
    </li>
  );
}
