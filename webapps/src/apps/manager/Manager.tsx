import { Loading } from '@carbon/react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Route, Routes } from 'react-router';
import { BulkJobPage } from '../../shared/bulk/BulkJobPage';
import { BulkPage } from '../../shared/bulk/BulkPage';
import { addAppWords } from '../../shared/i18n';
import { AppFrame } from '../../shared/ui/AppFrame';
import { EmptyState } from '../../shared/ui/EmptyState';
import { AbsencesPage } from './AbsencesPage';
import { PersonPage } from './PersonPage';
import { QueuePage } from './QueuePage';
import { TaskPage } from './TaskPage';
import { TeamPage } from './TeamPage';
import { TimesPage } from './TimesPage';
import { en } from './words.en';

const EscalationsPage = lazy(() => import('./agents/EscalationsPage'));
const EscalationPage = lazy(() => import('./agents/EscalationPage'));

await addAppWords({ manager: en }, async () => ({ manager: (await import('./words.de')).de }));

const PLACES = ['queue', 'agents', 'team', 'times', 'absences', 'bulk'] as const;

/** What needs a decision, and who has how much to do. */
export default function Manager() {
  const { t } = useTranslation();
  return (
    <AppFrame
      label={t('app.manager')}
      groups={[
        {
          title: t('manager.nav.title'),
          links: PLACES.map((id) => ({ to: `/manager/${id}`, label: t(`manager.nav.${id}`) })),
        },
      ]}
    >
      <Suspense fallback={<Loading withOverlay={false} className="fm-opening" />}>
        <Routes>
          <Route index element={<Navigate to="queue" replace />} />
          <Route path="queue" element={<QueuePage />} />
          <Route path="tasks/:id" element={<TaskPage />} />
          <Route path="agents" element={<EscalationsPage />} />
          <Route path="agents/:id" element={<EscalationPage />} />
          <Route path="team" element={<TeamPage />} />
          <Route path="team/:person" element={<PersonPage />} />
          <Route path="times" element={<TimesPage />} />
          <Route path="absences" element={<AbsencesPage />} />
          <Route path="bulk" element={<BulkPage />} />
          <Route path="bulk/:id" element={<BulkJobPage />} />
          <Route
            path="*"
            element={<EmptyState title={t('problem.notFound')} text={t('problem.notFoundText')} />}
          />
        </Routes>
      </Suspense>
    </AppFrame>
  );
}
