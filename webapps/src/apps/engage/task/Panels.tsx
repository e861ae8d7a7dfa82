import { Tab, TabList, TabPanel, TabPanels, Tabs } from '@carbon/react';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import type { TaskDetails } from '../../../shared/api/schema';
import { Attachments } from './Attachments';
import { Comments } from './Comments';
import { Diagram } from './Diagram';
import { Trail } from './Trail';

const Assistant = lazy(() => import('./assist/Assistant'));

interface Props {
  isNarrow: boolean;
  task: TaskDetails;
  briefing: ReactNode;
  work: ReactNode;
}

interface Panel {
  name: string;
  content: ReactNode;
  /** Whether it is drawn only while it is shown. */
  isLazy?: boolean;
}

/** Three panels side by side; where there is no room, tabs of which the form comes first. */
export function Panels({ isNarrow, task, briefing, work }: Props) {
  const { t } = useTranslation();
  const form: Panel = { name: 'form', content: work };
  const diagram: Panel[] = task.process?.executionId
    ? [{ name: 'diagram', content: <Diagram process={task.process} activityId={task.activityId} />, isLazy: true }]
    : [];
  const assistant = (
    <Suspense fallback={null}>
      <Assistant taskId={task.id ?? ''} />
    </Suspense>
  );
  const around: Panel[] = [
    { name: 'assistant', content: assistant },
    { name: 'comments', content: <Comments task={task} /> },
    { name: 'files', content: <Attachments task={task} /> },
    { name: 'trail', content: <Trail taskId={task.id ?? ''} /> },
  ];
  if (isNarrow) {
    return <Tabbed panels={[form, { name: 'briefing', content: briefing }, ...around, ...diagram]} />;
  }
  return (
    <div className="en-panels">
      {briefing}
      <section className="en-middle" aria-label={t('engage.form.title')}>
        {diagram.length > 0 ? <Tabbed panels={[form, ...diagram]} /> : work}
      </section>
      <div className="en-side">
        <Tabbed panels={around} />
      </div>
    </div>
  );
}

function Tabbed({ panels }: { panels: Panel[] }) {
  const { t } = useTranslation();
  const { hash } = useLocation();
  const [shown, setShown] = useState(() => Math.max(0, panels.findIndex(({ name }) => `#${name}` === hash)));
  return (
    <Tabs selectedIndex={shown} onChange={({ selectedIndex }) => setShown(selectedIndex)}>
      <TabList aria-label={t('engage.tabs')} scrollDebounceWait={200}>
        {panels.map(({ name }) => (
          <Tab key={name}>{t(`engage.tab.${name}`)}</Tab>
        ))}
      </TabList>
      <TabPanels>
        {panels.map(({ name, content, isLazy }, index) => (
          <TabPanel key={name}>{isLazy && index !== shown ? null : content}</TabPanel>
        ))}
      </TabPanels>
    </Tabs>
  );
}
