import { Button, CodeSnippet, Tag } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ToolSummary, UpstreamServer } from '../../../shared/api/schema';
import { useSession } from '../../../shared/session/SessionGate';
import { PagedTable } from '../../../shared/ui/PagedTable';
import { Time } from '../../../shared/ui/Time';
import { connectionOf } from './connection';
import { NewServerDialog } from './NewServerDialog';
import { useServers, useTools } from './mcp.queries';

/** How agents elsewhere connect, which tools there are, and which servers bring more. */
export default function McpPage() {
  const { t } = useTranslation();
  const { tenant, roles } = useSession();
  return (
    <div className="fm-page">
      <div className="fm-page-head">
        <h1>{t('admin.nav.mcp')}</h1>
      </div>
      <section aria-labelledby="mcp-connect">
        <h2 id="mcp-connect">{t('admin.mcp.connect')}</h2>
        <p>
          {t('admin.mcp.connectText')} <Link to="/admin/keys">{t('admin.nav.keys')}</Link>
        </p>
        <CodeSnippet type="multi" feedback={t('admin.mcp.copied')} copyButtonDescription={t('admin.mcp.copy')}>
          {connectionOf(window.location.origin, tenant)}
        </CodeSnippet>
      </section>
      {roles.has('admin') && <Servers />}
      <section aria-labelledby="mcp-tools">
        <h2 id="mcp-tools">{t('admin.mcp.tools')}</h2>
        <p>{t('admin.mcp.toolsText')}</p>
        <Tools />
      </section>
    </div>
  );
}

function Servers() {
  const { t } = useTranslation();
  const [adds, setAdds] = useState(false);
  return (
    <section aria-labelledby="mcp-servers">
      <div className="fm-page-head">
        <h2 id="mcp-servers">{t('admin.mcp.servers')}</h2>
        <Button size="sm" onClick={() => setAdds(true)}>
          {t('admin.mcp.add')}
        </Button>
      </div>
      <PagedTable<UpstreamServer>
        label={t('admin.mcp.servers')}
        pages={useServers()}
        idOf={(one) => one.id ?? ''}
        empty={{ title: t('admin.mcp.none'), text: t('admin.mcp.noneText') }}
        columns={[
          {
            key: 'name',
            header: t('admin.mcp.title'),
            cell: (one) => <Link to={`/admin/mcp/${one.id}`}>{one.title}</Link>,
          },
          { key: 'url', header: t('admin.mcp.url'), cell: (one) => <code>{one.url}</code> },
          { key: 'status', header: t('admin.services.status'), cell: (one) => <HealthTag server={one} /> },
          {
            key: 'tools',
            header: t('admin.mcp.tools'),
            cell: (one) =>
              t('admin.mcp.allowedOf', { allowed: one.allowed?.length ?? 0, offered: one.offered?.length ?? 0 }),
          },
          { key: 'roles', header: t('admin.users.roles'), cell: (one) => one.roles?.join(', ') || '–' },
          { key: 'checked', header: t('admin.mcp.checked'), cell: (one) => <Time at={one.checkedAt} /> },
        ]}
      />
      {adds && <NewServerDialog onClose={() => setAdds(false)} />}
    </section>
  );
}

export function HealthTag({ server }: { server: UpstreamServer }) {
  const { t } = useTranslation();
  const state = server.enabled ? (server.status ?? 'UNKNOWN') : 'OFF';
  const colours = { UP: 'green', DOWN: 'red', UNKNOWN: 'gray', OFF: 'gray' } as const;
  return (
    <Tag size="sm" type={colours[state]}>
      {t(`admin.mcp.state.${state}`)}
    </Tag>
  );
}

function Tools() {
  const { t } = useTranslation();
  return (
    <PagedTable<ToolSummary>
      label={t('admin.mcp.tools')}
      pages={useTools()}
      idOf={(tool) => tool.name ?? ''}
      empty={{ title: t('admin.mcp.noTools') }}
      columns={[
        { key: 'name', header: t('admin.mcp.name'), cell: (tool) => <code>{tool.name}</code> },
        { key: 'title', header: t('admin.mcp.title'), cell: (tool) => tool.title },
        { key: 'origin', header: t('admin.mcp.origin'), cell: (tool) => tool.origin },
        {
          key: 'effect',
          header: t('admin.mcp.effect'),
          cell: (tool) => (
            <Tag size="sm" type={tool.readOnly ? 'gray' : 'blue'}>
              {t(tool.readOnly ? 'admin.mcp.reads' : 'admin.mcp.changes')}
            </Tag>
          ),
        },
      ]}
    />
  );
}
