import { Tab, TabList, TabPanel, TabPanels, Tabs } from '@carbon/react';
import { useTranslation } from 'react-i18next';
import { useUrlFilters } from '../../shared/ui/useUrlFilters';
import { FailedTable } from './FailedTable';
import { TaskTable } from './TaskTable';
import { useFailed } from './failed.queries';
import { useTasks } from './tasks.queries';

const SHOWN = ['escalated', 'overdue', 'failed'] as const;

/** What needs a manager: what was escalated, what is late, what is broken. */
export function QueuePage() {
  const { t } = useTranslation();
  const filters = useUrlFilters();
  const sort = filters.one('sort');
  const escalated = useTasks({ view: 'escalated', sort });
  const overdue = useTasks({ view: 'overdue', sort });
  const failed = useFailed();
  const totals = [escalated, overdue, failed].map((pages) => {
    const page = pages.data?.pages[0];
    return page?.total === undefined ? '' : ` (${page.total}${page.totalIsExact === false ? '+' : ''})`;
  });
  return (
    <div className="fm-page">
      <h1>{t('manager.nav.queue')}</h1>
      <Tabs
        selectedIndex={Math.max(0, SHOWN.findIndex((one) => one === filters.one('show')))}
        onChange={({ selectedIndex }) => filters.set({ show: SHOWN[selectedIndex] })}
      >
        <TabList aria-label={t('manager.nav.queue')}>
          {SHOWN.map((one, index) => (
            <Tab key={one}>
              {t(`manager.queue.${one}`)}
              {totals[index]}
            </Tab>
          ))}
        </TabList>
        <TabPanels>
          <TabPanel>
            <TaskTable
              pages={escalated}
              filters={filters}
              label={t('manager.queue.escalated')}
              empty={{ title: t('manager.queue.noEscalated'), text: t('manager.queue.noEscalatedText') }}
            />
          </TabPanel>
          <TabPanel>
            <TaskTable
              pages={overdue}
              filters={filters}
              label={t('manager.queue.overdue')}
              empty={{ title: t('manager.queue.noOverdue') }}
            />
          </TabPanel>
          <TabPanel>
            <FailedTable pages={failed} />
          </TabPanel>
        </TabPanels>
      </Tabs>
    </div>
  );
}
