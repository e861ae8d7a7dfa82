import { Button, Tab, TabList, TabPanel, TabPanels, Tabs } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { api, body, ifMatch } from '../../../shared/api/client';
import { ConfirmDialog } from '../../../shared/ui/ConfirmDialog';
import { useToasts } from '../../../shared/ui/Toasts';
import { useUrlFilters } from '../../../shared/ui/useUrlFilters';
import { Waiting } from '../../../shared/ui/Waiting';
import { EditPanel } from './EditPanel';
import { usePrompt, useRefreshPrompts } from './prompts.queries';
import { Labels } from './PromptsPage';
import { TestSetsPanel } from './TestSetsPanel';
import { TrialsPanel } from './TrialsPanel';
import { VersionsPanel } from './VersionsPanel';
import './prompts.scss';

const TABS = ['edit', 'versions', 'tests', 'trials'] as const;

/** One prompt: a new version of it, those there are, what they must pass, and how two compare. */
export default function PromptPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const filters = useUrlFilters();
  const prompt = usePrompt(id);
  const [drops, setDrops] = useState(false);
  if (!prompt.data) {
    return <Waiting query={prompt} />;
  }
  const { value, etag } = prompt.data;
  return (
    <div className="fm-page">
      <div className="fm-page-head">
        <div className="fm-row">
          <h1>{value.name}</h1>
          <Labels labels={value.labels} />
        </div>
        <Button size="sm" kind="danger--ghost" onClick={() => setDrops(true)}>
          {t('action.delete')}
        </Button>
      </div>
      <p className="fm-hint">{value.description}</p>
      <Tabs
        selectedIndex={Math.max(0, TABS.findIndex((tab) => tab === filters.one('tab')))}
        onChange={({ selectedIndex }) => filters.set({ tab: TABS[selectedIndex] })}
      >
        <TabList aria-label={value.name ?? ''}>
          {TABS.map((tab) => (
            <Tab key={tab}>{t(`admin.prompts.tab.${tab}`)}</Tab>
          ))}
        </TabList>
        <TabPanels>
          <TabPanel>
            <EditPanel key={value.latestVersion} prompt={value} />
          </TabPanel>
          <TabPanel>
            <VersionsPanel prompt={value} />
          </TabPanel>
          <TabPanel>
            <TestSetsPanel prompt={value} />
          </TabPanel>
          <TabPanel>
            <TrialsPanel prompt={value} />
          </TabPanel>
        </TabPanels>
      </Tabs>
      {drops && <DeleteDialog id={id} name={value.name ?? id} etag={etag} onClose={() => setDrops(false)} />}
    </div>
  );
}

function DeleteDialog(props: { id: string; name: string; etag: string | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  const { id, name, etag, onClose } = props;
  const navigate = useNavigate();
  const toasts = useToasts();
  const refresh = useRefreshPrompts();
  return (
    <ConfirmDialog
      danger
      title={t('admin.prompts.deleteNamed', { name })}
      text={t('admin.prompts.deleteText')}
      confirm={t('action.delete')}
      onClose={onClose}
      run={async () => {
        await body(api.DELETE('/prompts/{id}', { params: { path: { id }, header: ifMatch(etag) } }));
        toasts.done(t('admin.people.group.deleted', { name }));
        void navigate('/admin/prompts');
        await refresh();
      }}
    />
  );
}
