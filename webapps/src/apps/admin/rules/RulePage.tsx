import { Tab, TabList, TabPanel, TabPanels, Tabs } from '@carbon/react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { RuleSetVersion } from '../../../shared/api/schema';
import { useHasRole } from '../../../shared/session/SessionGate';
import { PagedTable } from '../../../shared/ui/PagedTable';
import { Time } from '../../../shared/ui/Time';
import { useUrlFilters } from '../../../shared/ui/useUrlFilters';
import { Waiting } from '../../../shared/ui/Waiting';
import { Analysis } from './Analysis';
import { RuleStatus } from './RulesPage';
import { TestsPanel } from './TestsPanel';
import { TryIt } from './TryIt';
import { useRuleSet, useVersions } from './rules.queries';
import './rules.scss';

const TABS = ['try', 'tests', 'analysis', 'versions'] as const;

/** One rule set: try it, test it, see its gaps, and what was published when. */
export function RulePage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const filters = useUrlFilters();
  const isAdmin = useHasRole('admin');
  const rules = useRuleSet(id);
  if (!rules.data) {
    return <Waiting query={rules} columns={3} />;
  }
  const { name, key } = rules.data;
  const latestVersion = rules.data.latestVersion ?? undefined;
  return (
    <div className="fm-page">
      <div className="fm-page-head">
        <div className="fm-row">
          <h1>{name}</h1>
          <code>{key}</code>
          <RuleStatus rule={rules.data} />
        </div>
        {isAdmin && <Link to={`/admin/audit?subject=rule-set/${id}`}>{t('admin.rules.history')}</Link>}
      </div>
      <Tabs
        selectedIndex={Math.max(0, TABS.findIndex((tab) => tab === filters.one('tab')))}
        onChange={({ selectedIndex }) => filters.set({ tab: TABS[selectedIndex] })}
      >
        <TabList aria-label={t('admin.rules.parts')}>
          {TABS.map((tab) => (
            <Tab key={tab}>{t(`admin.rules.tab.${tab}`)}</Tab>
          ))}
        </TabList>
        <TabPanels>
          <TabPanel>
            <TryIt rules={rules.data} />
          </TabPanel>
          <TabPanel>
            <TestsPanel id={id} version={latestVersion} />
          </TabPanel>
          <TabPanel>
            <Analysis id={id} version={latestVersion} />
          </TabPanel>
          <TabPanel>
            <Versions id={id} />
          </TabPanel>
        </TabPanels>
      </Tabs>
    </div>
  );
}

function Versions({ id }: { id: string }) {
  const { t } = useTranslation();
  const versions = useVersions(id);
  return (
    <PagedTable<RuleSetVersion>
      label={t('admin.rules.tab.versions')}
      pages={versions}
      idOf={(version) => String(version.version)}
      empty={{ title: t('admin.processes.noVersions') }}
      columns={[
        {
          key: 'version',
          header: t('admin.processes.version'),
          cell: ({ version }) => <Link to={`?version=${version}`}>{version}</Link>,
        },
        { key: 'log', header: t('admin.processes.changelog'), cell: ({ changelog }) => changelog ?? '–' },
        {
          key: 'published',
          header: t('admin.processes.published'),
          cell: ({ publishedAt, publishedBy }) => (
            <>
              <Time at={publishedAt} /> · {publishedBy}
            </>
          ),
        },
        {
          key: 'checksum',
          header: t('admin.rules.checksum'),
          cell: ({ checksum }) => <code title={checksum}>{checksum?.slice(0, 12)}</code>,
        },
      ]}
    />
  );
}
