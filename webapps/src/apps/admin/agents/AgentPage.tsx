import { Button } from '@carbon/react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api, body, ifMatch } from '../../../shared/api/client';
import { faultAt } from '../../../shared/api/faults';
import type { AgentView } from '../../../shared/api/schema';
import { useSession } from '../../../shared/session/SessionGate';
import { ConfirmDialog } from '../../../shared/ui/ConfirmDialog';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';
import { useToasts } from '../../../shared/ui/Toasts';
import { Waiting } from '../../../shared/ui/Waiting';
import { AgentFields } from './AgentFields';
import { AgentTags } from './AgentsPage';
import { useAgent, useRefreshAgents } from './agents.queries';
import { draftOf, requestOf } from './draft';
import { LessonsTable, PerformanceTable, VersionsTable } from './AgentTables';
import { TryPanel } from './TryPanel';
import './words';

/** One agent: try it, how it does, what it learns, what it is, and its kill switch. */
export default function AgentPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { roles } = useSession();
  const agent = useAgent(id);
  const judges = roles.has('admin') || roles.has('manager');
  if (!agent.data) {
    return <Waiting query={agent} />;
  }
  const { value, etag } = agent.data;
  return (
    <div className="fm-page">
      <div className="fm-page-head">
        <div className="fm-row">
          <h1>{value.name}</h1>
          <AgentTags agent={value} />
        </div>
        {judges && <KillSwitch agent={value} />}
      </div>
      <p>
        {value.role} · {t('admin.agents.manager')}: {value.manager} · {t('admin.agents.version')} {value.version}
      </p>
      {value.stopReason && <p>{value.stopReason}</p>}
      <TryPanel id={id} />
      {judges && <PerformanceTable id={id} />}
      <LessonsTable id={id} judges={judges} />
      <SettingsForm key={etag} agent={value} etag={etag} />
      <VersionsTable id={id} />
    </div>
  );
}

function KillSwitch({ agent }: { agent: AgentView }) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const refresh = useRefreshAgents();
  const [stops, setStops] = useState(false);
  const params = { params: { path: { id: agent.id ?? '' } } };
  const start = useMutation({
    mutationFn: async () => {
      await body(api.PUT('/agents/{id}/start', params));
      toasts.done(t('admin.agents.started', { name: agent.name }));
      await refresh();
    },
  });
  return (
    <div className="fm-row">
      {agent.status === 'STOPPED' ? (
        <Button size="sm" disabled={start.isPending} onClick={() => start.mutate()}>
          {t('admin.agents.start')}
        </Button>
      ) : (
        <Button size="sm" kind="danger--ghost" onClick={() => setStops(true)}>
          {t('admin.agents.stop')}
        </Button>
      )}
      {start.error && <ProblemNotice problem={start.error} />}
      {stops && <StopDialog agent={agent} onClose={() => setStops(false)} />}
    </div>
  );
}

function StopDialog({ agent, onClose }: { agent: AgentView; onClose: () => void }) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const refresh = useRefreshAgents();
  return (
    <ConfirmDialog
      danger
      asksReason
      reasonLabel={t('admin.agents.stopWhy')}
      title={t('admin.agents.stopTitle', { name: agent.name })}
      text={t('admin.agents.stopText')}
      confirm={t('admin.agents.stop')}
      onClose={onClose}
      run={async (reason) => {
        await body(
          api.PUT('/agents/{id}/stop', {
            params: { path: { id: agent.id ?? '' } },
            body: { reason: reason ?? '–' },
          }),
        );
        toasts.done(t('admin.agents.stopped', { name: agent.name }));
        await refresh();
      }}
    />
  );
}

function SettingsForm({ agent, etag }: { agent: AgentView; etag: string | undefined }) {
  const { t } = useTranslation();
  const { roles } = useSession();
  const toasts = useToasts();
  const refresh = useRefreshAgents();
  const [draft, setDraft] = useState(() => draftOf(agent));
  const request = requestOf(draft);
  const save = useMutation({
    mutationFn: async (wanted: NonNullable<typeof request>) => {
      const now = await body(
        api.PUT('/agents/{id}', {
          params: { path: { id: agent.id ?? '' }, header: ifMatch(etag) },
          body: wanted,
        }),
      );
      toasts.done(t('admin.agents.saved', { name: now.name, version: now.version }));
      await refresh();
    },
  });
  const faults = (pointer: string) => {
    const text = faultAt(save.error, pointer);
    return { invalid: text !== undefined, invalidText: text };
  };
  return (
    <section aria-label={t('admin.agents.settings')}>
      <h2>{t('admin.agents.settings')}</h2>
      <div className="fm-dialog">
        <AgentFields draft={draft} change={setDraft} faults={faults} />
        {save.error && <ProblemNotice problem={save.error} />}
        {(roles.has('admin') || roles.has('developer')) && (
          <Button
            size="sm"
            disabled={request === undefined || save.isPending}
            onClick={() => request && save.mutate(request)}
          >
            {t('admin.agents.save')}
          </Button>
        )}
      </div>
    </section>
  );
}
