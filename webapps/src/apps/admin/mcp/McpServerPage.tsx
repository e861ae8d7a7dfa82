import { Button, Checkbox, Toggle } from '@carbon/react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { api, body, ifMatch } from '../../../shared/api/client';
import type { UpstreamServer } from '../../../shared/api/schema';
import { ConfirmDialog } from '../../../shared/ui/ConfirmDialog';
import { EmptyState } from '../../../shared/ui/EmptyState';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';
import { Time } from '../../../shared/ui/Time';
import { useToasts } from '../../../shared/ui/Toasts';
import { Waiting } from '../../../shared/ui/Waiting';
import { HealthTag } from './McpPage';
import { useRefreshMcp, useServer } from './mcp.queries';

const ROLES = ['admin', 'designer', 'developer', 'manager', 'employee', 'agent', 'worker'];

/** One server elsewhere: whether it answers, which of its tools are offered, and to whom. */
export default function McpServerPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const server = useServer(id);
  const refresh = useRefreshMcp();
  const [drops, setDrops] = useState(false);
  const check = useMutation({
    mutationFn: () => body(api.POST('/mcp/servers/{id}/check', { params: { path: { id } } })),
    onSuccess: refresh,
  });
  if (!server.data) {
    return <Waiting query={server} />;
  }
  const { value, etag } = server.data;
  return (
    <div className="fm-page">
      <div className="fm-page-head">
        <div className="fm-row">
          <h1>{value.title}</h1>
          <HealthTag server={value} />
        </div>
        <div className="fm-row">
          <Button size="sm" kind="tertiary" disabled={check.isPending} onClick={() => check.mutate()}>
            {t('admin.mcp.check')}
          </Button>
          <Button size="sm" kind="danger--ghost" onClick={() => setDrops(true)}>
            {t('action.delete')}
          </Button>
        </div>
      </div>
      {check.error && <ProblemNotice problem={check.error} />}
      {value.detail && <p role="status">{value.detail}</p>}
      <dl className="fm-facts">
        <dt>{t('admin.mcp.url')}</dt>
        <dd>
          <code>{value.url}</code>
        </dd>
        <dt>{t('admin.mcp.prefix')}</dt>
        <dd>
          <code>{value.name}_</code>
        </dd>
        <dt>{t('admin.mcp.secret')}</dt>
        <dd>{value.hasSecret ? value.header : t('admin.mcp.noSecret')}</dd>
        <dt>{t('admin.mcp.checked')}</dt>
        <dd>
          <Time at={value.checkedAt} exact />
        </dd>
      </dl>
      <Offer key={etag} server={value} etag={etag} />
      {drops && <DeleteDialog server={value} onClose={() => setDrops(false)} />}
    </div>
  );
}

function Offer({ server, etag }: { server: UpstreamServer; etag: string | undefined }) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const refresh = useRefreshMcp();
  const [enabled, setEnabled] = useState(server.enabled ?? true);
  const [roles, setRoles] = useState(() => new Set<string>(server.roles));
  const [allowed, setAllowed] = useState(
    () => new Map((server.allowed ?? []).map((tool) => [tool.name ?? '', tool.readOnly ?? false])),
  );
  const save = useMutation({
    mutationFn: () => {
      const { id = '', name = '', title = '', url = '', header } = server;
      return body(
        api.PUT('/mcp/servers/{id}', {
          params: { path: { id }, header: ifMatch(etag) },
          body: {
            name,
            title,
            url,
            header,
            enabled,
            roles: [...roles],
            allowed: [...allowed].map(([tool, readOnly]) => ({ name: tool, readOnly })),
          },
        }),
      );
    },
    onSuccess: async () => {
      toasts.done(t('admin.mcp.saved'));
      await refresh();
    },
  });
  return (
    <section aria-labelledby="mcp-offer">
      <h2 id="mcp-offer">{t('admin.mcp.offer')}</h2>
      <Toggle
        id="mcp-enabled"
        size="sm"
        labelText={t('admin.mcp.enabled')}
        labelA={t('admin.mcp.state.OFF')}
        labelB={t('admin.mcp.on')}
        toggled={enabled}
        onToggle={setEnabled}
      />
      <fieldset className="fm-row">
        <legend>{t('admin.mcp.who')}</legend>
        {ROLES.map((role) => (
          <Checkbox
            key={role}
            id={`mcp-role-${role}`}
            labelText={role}
            checked={roles.has(role)}
            onChange={(_, { checked }) => setRoles((old) => withOrWithout(old, role, checked))}
          />
        ))}
      </fieldset>
      {(server.offered ?? []).length === 0 && (
        <EmptyState title={t('admin.mcp.offersNothing')} text={t('admin.mcp.offersNothingText')} />
      )}
      <ul>
        {(server.offered ?? []).map(({ name = '', tool, description }) => (
          <li key={name} className="fm-row">
            <Checkbox
              id={`mcp-tool-${tool}`}
              labelText={<code>{tool}</code>}
              helperText={description?.slice(0, 300)}
              checked={allowed.has(name)}
              onChange={(_, { checked }) => setAllowed((old) => changed(old, name, checked ? false : undefined))}
            />
            {allowed.has(name) && (
              <Checkbox
                id={`mcp-reads-${tool}`}
                labelText={t('admin.mcp.onlyReads')}
                checked={allowed.get(name) ?? false}
                onChange={(_, { checked }) => setAllowed((old) => changed(old, name, checked))}
              />
            )}
          </li>
        ))}
      </ul>
      <Button size="sm" disabled={save.isPending} onClick={() => save.mutate()}>
        {t('action.save')}
      </Button>
      {save.error && <ProblemNotice problem={save.error} />}
    </section>
  );
}

function withOrWithout(old: ReadonlySet<string>, role: string, isIn: boolean): Set<string> {
  const now = new Set(old);
  if (isIn) {
    now.add(role);
  } else {
    now.delete(role);
  }
  return now;
}

/** Undefined takes a tool off the list. */
function changed(old: ReadonlyMap<string, boolean>, name: string, readOnly: boolean | undefined) {
  const now = new Map(old);
  if (readOnly === undefined) {
    now.delete(name);
  } else {
    now.set(name, readOnly);
  }
  return now;
}

function DeleteDialog({ server, onClose }: { server: UpstreamServer; onClose: () => void }) {
  const { t } = useTranslation();
  const refresh = useRefreshMcp();
  const navigate = useNavigate();
  return (
    <ConfirmDialog
      danger
      title={t('admin.mcp.drop', { title: server.title })}
      text={t('admin.mcp.dropText')}
      confirm={t('action.delete')}
      onClose={onClose}
      run={async () => {
        await body(api.DELETE('/mcp/servers/{id}', { params: { path: { id: server.id ?? '' } } }));
        await refresh();
        await navigate('/admin/mcp');
      }}
    />
  );
}
