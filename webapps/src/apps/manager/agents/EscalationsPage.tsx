import { Select, SelectItem, Tag } from '@carbon/react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { AgentEscalationView } from '../../../shared/api/schema';
import { PagedTable } from '../../../shared/ui/PagedTable';
import { Time } from '../../../shared/ui/Time';
import { STATUSES, useEscalations, type Status } from './escalations.queries';
import './words';

const ALL = 'ALL';

/** What agents gave to people: why, and with whom it is. */
export default function EscalationsPage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const chosen = params.get('status') ?? 'OPEN';
  const status = STATUSES.find((each): each is Status => each === chosen);
  return (
    <div className="fm-page">
      <h1>{t('manager.agents.title')}</h1>
      <div className="fm-filters">
        <Select
          id="escalation-status"
          size="sm"
          labelText={t('manager.agents.show')}
          value={status ?? ALL}
          onChange={(event) => setParams({ status: event.target.value }, { replace: true })}
        >
          {STATUSES.map((each) => (
            <SelectItem key={each} value={each} text={t(`manager.agents.status.${each}`)} />
          ))}
          <SelectItem value={ALL} text={t('manager.agents.all')} />
        </Select>
      </div>
      <PagedTable<AgentEscalationView>
        label={t('manager.agents.title')}
        pages={useEscalations(status)}
        idOf={(one) => one.id ?? ''}
        empty={{ title: t('manager.agents.none'), text: t('manager.agents.noneText') }}
        columns={[
          {
            key: 'agent',
            header: t('manager.agents.agent'),
            cell: (one) => <Link to={`/manager/agents/${one.id}`}>{one.agentName}</Link>,
          },
          {
            key: 'reason',
            header: t('manager.agents.reason'),
            cell: (one) => <Tag size="sm">{t(`manager.agents.why.${one.reason}`)}</Tag>,
          },
          { key: 'detail', header: t('manager.agents.detail'), cell: (one) => one.detail },
          { key: 'process', header: t('manager.agents.process'), cell: (one) => one.processKey ?? '–' },
          { key: 'assignee', header: t('manager.agents.assignee'), cell: (one) => one.assignee },
          { key: 'since', header: t('manager.agents.since'), cell: (one) => <Time at={one.createdAt} /> },
        ]}
      />
    </div>
  );
}
