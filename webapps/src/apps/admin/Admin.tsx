import { Loading } from '@carbon/react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Route, Routes } from 'react-router';
import { useSession } from '../../shared/session/SessionGate';
import { AppFrame } from '../../shared/ui/AppFrame';
import { EmptyState } from '../../shared/ui/EmptyState';
import './admin.scss';
import { placesFor } from './places';
import './words';

/** What runs, what it needs, and who may do what. */
export default function Admin() {
  const { t } = useTranslation();
  const groups = placesFor(useSession().roles);
  return (
    <AppFrame
      label={t('app.admin')}
      groups={groups.map((group) => ({
        title: t(`admin.nav.${group.id}`),
        links: group.places.map((place) => ({
          to: `/admin/${place.id}`,
          label: t(`admin.nav.${place.id}`),
        })),
      }))}
    >
      <Suspense fallback={<Loading withOverlay={false} className="fm-opening" />}>
        <Routes>
          <Route index element={<Navigate to="dashboard" replace />} />
          {groups.flatMap((group) =>
            group.places.flatMap(({ id, page: Page, one: One }) => [
              <Route key={id} path={id} element={<Page />} />,
              One && <Route key={`${id}/one`} path={`${id}/:id`} element={<One />} />,
            ]),
          )}
          <Route
            path="*"
            element={<EmptyState title={t('problem.notFound')} text={t('problem.notFoundText')} />}
          />
        </Routes>
      </Suspense>
    </AppFrame>
  );
}
