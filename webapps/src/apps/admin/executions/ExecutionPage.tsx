import { Tab, TabList, TabPanel, TabPanels, Tabs } from '@carbon/react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { ExecutionView } from '../../../shared/api/schema';
import { DiagramViewer } from '../../../shared/bpmn/DiagramViewer';
import { PagedTable } from '../../../shared/ui/PagedTable';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';
import { Time } from '../../../shared/ui/Time';
import { useUrlFilters } from '../../../shared/ui/useUrlFilters';
import { Waiting } from '../../../shared/ui/Waiting';
import { ExecutionActions } from './ExecutionActions';
import { useExecution, useModel } from '../../../shared/executions/execution.queries';
import { useCalled, useHistory } from './executions.queries';
import { useColumns } from './ExecutionsPage';
import { HistoryList } from './HistoryList';
import { IncidentList } from './IncidentList';
import { marksOf } from './marks';
import { StatusTag } from '../../../shared/executions/StatusTag';
import { VariablesTable } from './VariablesTable';

const TABS = ['variables', 'incidents', 'history', 'called'] as const;

/** One execution: where it stands, what it knows, what happened, and what can be done about it. */
export function ExecutionPage() {
  const { id = '' } = useParams();
  const execution = useExecution(id);
  if (!execution.data) {
    return <Waiting query={execution} columns={3} />;
  }
  return (
    <div className="fm-page">
      <Head execution={execution.data} />
      <Diagram execution={execution.data} />
      <Parts execution={execution.data} />
    </div>
  );
}

function Head({ execution }: { execution: ExecutionView }) {
  const { t } = useTranslation();
  return (
    <>
      <div className="fm-page-head">
        <div className="fm-row">
          <h1>{execution.businessKey || execution.processName || execution.id}</h1>
          <StatusTag status={execution.status} />
        </div>
        <ExecutionActions execution={execution} />
      </div>
      <dl className="fm-facts fm-facts-row">
        <dt>{t('admin.executions.process')}</dt>
        <dd>
          <Link to={`/admin/processes/${execution.processId}`}>
            {execution.processName ?? execution.processKey}
          </Link>{' '}
          · {t('admin.executions.version', { version: execution.version })}
        </dd>
        <dt>{t('admin.executions.started')}</dt>
        <dd>
          <Time at={execution.startedAt} /> · {execution.startedBy ?? '–'}
        </dd>
        {execution.endedAt && (
          <>
            <dt>{t('admin.executions.ended')}</dt>
            <dd>
              <Time at={execution.endedAt} />
            </dd>
          </>
        )}
        {execution.parentId && (
          <>
            <dt>{t('admin.executions.parent')}</dt>
            <dd>
              <Link to={`/admin/executions/${execution.parentId}`}>{execution.parentId}</Link>
            </dd>
          </>
        )}
        <dt>{t('admin.executions.id')}</dt>
        <dd>
          <code>{execution.id}</code>
        </dd>
      </dl>
    </>
  );
}

function Diagram({ execution }: { execution: ExecutionView }) {
  const { t } = useTranslation();
  const model = useModel(execution.processId, execution.version);
  const history = useHistory(execution.id ?? '');
  const [selected, setSelected] = useState<string | null>(null);
  const marks = useMemo(
    () => marksOf(execution, history.data?.items ?? []),
    [execution, history.data],
  );
  if (model.error) {
    return <ProblemNotice problem={model.error} retry={() => void model.refetch()} />;
  }
  return model.data?.bpmnXml ? (
    <DiagramViewer
      xml={model.data.bpmnXml}
      label={t('admin.executions.diagram')}
      marks={marks}
      selected={selected}
      onSelect={setSelected}
      height="20rem"
    />
  ) : null;
}

function Parts({ execution }: { execution: ExecutionView }) {
  const { t } = useTranslation();
  const filters = useUrlFilters();
  const at = Math.max(0, TABS.indexOf(filters.one('tab') as (typeof TABS)[number]));
  const called = useCalled(execution.id ?? '');
  const columns = useColumns();
  const incidents = execution.incidents?.length ?? 0;
  return (
    <Tabs
      selectedIndex={at}
      onChange={({ selectedIndex }) => filters.set({ tab: TABS[selectedIndex] })}
    >
      <TabList aria-label={t('admin.executions.parts')}>
        {TABS.map((tab) => (
          <Tab key={tab}>
            {t(`admin.executions.tab.${tab}`)}
            {tab === 'incidents' && incidents > 0 && ` (${incidents})`}
          </Tab>
        ))}
      </TabList>
      <TabPanels>
        <TabPanel>
          <VariablesTable execution={execution} />
        </TabPanel>
        <TabPanel>
          <IncidentList execution={execution} />
        </TabPanel>
        <TabPanel>
          <HistoryList id={execution.id ?? ''} />
        </TabPanel>
        <TabPanel>
          <PagedTable<ExecutionView>
            label={t('admin.executions.tab.called')}
            columns={columns}
            pages={called}
            idOf={(row) => row.id ?? ''}
            empty={{ title: t('admin.executions.noneCalled') }}
          />
        </TabPanel>
      </TabPanels>
    </Tabs>
  );
}
