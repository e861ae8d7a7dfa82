import { Loading } from '@carbon/react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, Route, Routes } from 'react-router';
import { addAppWords } from '../../shared/i18n';
import { EmptyState } from '../../shared/ui/EmptyState';
import './engage.scss';
import { Inbox } from './inbox/Inbox';
import { UndoProvider } from './UndoProvider';
import { en } from './words.en';

await addAppWords(en, async () => (await import('./words.de')).de);

const TaskPage = lazy(() => import('./task/TaskPage'));
const StartPage = lazy(() => import('./start/StartPage'));
const AbsencePage = lazy(() => import('./absence/AbsencePage'));
const KnowledgePage = lazy(() => import('../../shared/knowledge/KnowledgePage'));

/** What an employee does in a day: answer tasks, start processes, be away. */
export default function Engage() {
  const { t } = useTranslation();
  return (
    <UndoProvider>
      <div className="en-app">
        <nav className="en-nav" aria-label={t('engage.title')}>
          <NavLink to="/engage" end>
            {t('engage.inbox')}
          </NavLink>
          <NavLink to="/engage/start">{t('engage.start.title')}</NavLink>
          <NavLink to="/engage/knowledge">{t('engage.knowledge')}</NavLink>
          <NavLink to="/engage/absence">{t('engage.absence.title')}</NavLink>
        </nav>
        <Suspense fallback={<Loading withOverlay={false} className="fm-opening" />}>
          <Routes>
            <Route index element={<Inbox />} />
            <Route path="tasks/:id" element={<TaskPage />} />
            <Route path="start" element={<StartPage />} />
            <Route path="knowledge" element={<KnowledgePage />} />
            <Route path="absence" element={<AbsencePage />} />
            <Route
              path="*"
              element={<EmptyState title={t('problem.notFound')} text={t('problem.notFoundText')} />}
            />
          </Routes>
        </Suspense>
      </div>
    </UndoProvider>
  );
}
