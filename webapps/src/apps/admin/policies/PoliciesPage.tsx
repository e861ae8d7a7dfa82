import { Tab, TabList, TabPanel, TabPanels, Tabs } from '@carbon/react';
import { useTranslation } from 'react-i18next';
import { useUrlFilters } from '../../../shared/ui/useUrlFilters';
import { Waiting } from '../../../shared/ui/Waiting';
import { DraftPanel } from './DraftPanel';
import { ExplainPanel } from './ExplainPanel';
import { InForcePanel } from './InForcePanel';
import { VersionsPanel } from './VersionsPanel';
import { usePolicy } from './policies.queries';
import '../rules/rules.scss';
import './policies.scss';

const TABS = ['now', 'draft', 'explain', 'versions'] as const;

/** Who may do what beyond the roles, as a table that can be read, tried, published and taken back. */
export function PoliciesPage() {
  const { t } = useTranslation();
  const filters = useUrlFilters();
  const policy = usePolicy();
  if (!policy.data) {
    return <Waiting query={policy} columns={3} />;
  }
  const { value, etag } = policy.data;
  return (
    <div className="fm-page">
      <h1>{t('admin.nav.policies')}</h1>
      <Tabs
        selectedIndex={Math.max(0, TABS.findIndex((tab) => tab === filters.one('tab')))}
        onChange={({ selectedIndex }) => filters.set({ tab: TABS[selectedIndex] })}
      >
        <TabList aria-label={t('admin.nav.policies')}>
          {TABS.map((tab) => (
            <Tab key={tab}>{t(`admin.policies.tab.${tab}`)}</Tab>
          ))}
        </TabList>
        <TabPanels>
          <TabPanel>
            <InForcePanel policy={value} etag={etag} />
          </TabPanel>
          <TabPanel>
            <DraftPanel key={value.draft?.updatedAt ?? 'none'} policy={value} etag={etag} />
          </TabPanel>
          <TabPanel>
            <ExplainPanel policy={value} />
          </TabPanel>
          <TabPanel>
            <VersionsPanel inForce={value.inForce?.version} etag={etag} />
          </TabPanel>
        </TabPanels>
      </Tabs>
    </div>
  );
}
