import { Button, Tag } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api, body } from '../../../shared/api/client';
import type { AgentView } from '../../../shared/api/schema';
import { useSession } from '../../../shared/session/SessionGate';
import { FormDialog } from '../../../shared/ui/FormDialog';
import { PagedTable } from '../../../shared/ui/PagedTable';
import { SearchField } from '../../../shared/ui/SearchField';
import { Time } from '../../../shared/ui/Time';
import { useUrlFilters } from '../../../shared/ui/useUrlFilters';
import { AgentFields } from './AgentFields';
import { useAgents, useRefreshAgents } from './agents.queries';
import { draftOf, requestOf } from './draft';
import './words';

/** The tenant's digital employees. */
export default function AgentsPage() {
  const { t } = useTranslation();
  const { roles } = useSession();
  const filters = useUrlFilters();
  const agents = useAgents(filters.one('q'));
  const [adds, setAdds] = useState(false);
  const mayAdd = roles.has('admin') || roles.has('developer');
  return (
    <div className="fm-page">
      <div className="fm-page-head">
        <h1>{t('admin.nav.agents')}</h1>
        {mayAdd && (
          <Button size="sm" onClick={() => setAdds(true)}>
            {t('admin.agents.add')}
          </Button>
        )}
      </div>
      <div className="fm-filters">
        <SearchField label={t('admin.agents.search')} filters={filters} />
      </div>
      <PagedTable<AgentView>
        label={t('admin.nav.agents')}
        pages={agents}
        idOf={(agent) => agent.id ?? ''}
        empty={{ title: t('admin.agents.none'), text: t('admin.agents.noneText') }}
        columns={[
          {
            key: 'name',
            header: t('admin.agents.name'),
            cell: (one) => <Link to={`/admin/agents/${one.id}`}>{one.name}</Link>,
          },
          { key: 'role', header: t('admin.agents.role'), cell: (one) => one.role },
          { key: 'manager', header: t('admin.agents.manager'), cell: (one) => one.manager },
          { key: 'status', header: t('admin.services.status'), cell: (one) => <AgentTags agent={one} /> },
          { key: 'version', header: t('admin.agents.version'), cell: (one) => one.version },
          { key: 'changed', header: t('admin.agents.changed'), cell: (one) => <Time at={one.updatedAt} /> },
        ]}
      />
      {adds && <NewAgentDialog onClose={() => setAdds(false)} />}
    </div>
  );
}

export function AgentTags({ agent }: { agent: AgentView }) {
  const { t } = useTranslation();
  return (
    <>
      <Tag size="sm" type={agent.status === 'STOPPED' ? 'red' : 'green'}>
        {t(`admin.agents.status.${agent.status}`)}
      </Tag>
      {agent.mode === 'SHADOW' && <Tag size="sm">{t('admin.agents.shadowTag')}</Tag>}
    </>
  );
}

function NewAgentDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const refresh = useRefreshAgents();
  const [draft, setDraft] = useState(() => draftOf());
  const request = requestOf(draft);
  return (
    <FormDialog
      size="md"
      title={t('admin.agents.add')}
      text={t('admin.agents.addText')}
      confirm={t('admin.agents.add')}
      isReady={request !== undefined}
      onClose={onClose}
      run={async () => {
        if (request) {
          const made = await body(api.POST('/agents', { body: request }));
          await refresh();
          void navigate(`/admin/agents/${made.id}`);
        }
      }}
    >
      {(faults) => <AgentFields draft={draft} change={setDraft} faults={faults} />}
    </FormDialog>
  );
}
