import { Tab, TabList, TabPanel, TabPanels, Tabs } from '@carbon/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskDetails } from '../../../shared/api/schema';
import { Attachments } from './Attachments';
import { Comments } from './Comments';
import { Trail } from './Trail';

interface Props {
  isNarrow: boolean;
  task: TaskDetails;
  briefing: ReactNode;
  work: ReactNode;
}

/** Three panels side by side; where there is no room, tabs of which the form comes first. */
export function Panels({ isNarrow, task, briefing, work }: Props) {
  const { t } = useTranslation();
  const around: [string, ReactNode][] = [
    ['comments', <Comments key="comments" task={task} />],
    ['files', <Attachments key="files" task={task} />],
    ['trail', <Trail key="trail" taskId={task.id ?? ''} />],
  ];
  if (isNarrow) {
    return <Tabbed panels={[['form', work], ['briefing', briefing], ...around]} />;
  }
  return (
    <div className="en-panels">
      {briefing}
      <section className="en-middle" aria-label={t('engage.form.title')}>
        {work}
      </section>
      <div className="en-side">
        <Tabbed panels={around} />
      </div>
    </div>
  );
}

function Tabbed({ panels }: { panels: [string, ReactNode][] }) {
  const { t } = useTranslation();
  return (
    <Tabs>
      <TabList aria-label={t('engage.tabs')} scrollDebounceWait={200}>
        {panels.map(([name]) => (
          <Tab key={name}>{t(`engage.tab.${name}`)}</Tab>
        ))}
      </TabList>
      <TabPanels>
        {panels.map(([name, panel]) => (
          <TabPanel key={name}>{panel}</TabPanel>
        ))}
      </TabPanels>
    </Tabs>
  );
}
