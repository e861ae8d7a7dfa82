import {
  Content,
  Header,
  HeaderGlobalAction,
  HeaderGlobalBar,
  HeaderName,
  Loading,
  SkipToContent,
} from '@carbon/react';
import { Help, Notification, Search as SearchIcon, Switcher as SwitcherIcon, UserAvatar } from '@carbon/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, Route, Routes, useLocation } from 'react-router';
import { useSession } from '../shared/session/SessionGate';
import { EmptyState } from '../shared/ui/EmptyState';
import { InlineNotification } from '../shared/ui/lazyNotifications';
import { useShortcuts } from '../shared/ui/useShortcuts';
import { APPS, appsFor, homeFor } from './apps';
import { Boundary } from './Boundary';
import { useNotices } from './notices/useNotices';
import { useOnline } from './useOnline';

const AppsPanel = lazy(async () => ({ default: (await import('./AppsPanel')).AppsPanel }));
const AccountPanel = lazy(async () => ({ default: (await import('./AccountPanel')).AccountPanel }));
const NoticesPanel = lazy(async () => ({ default: (await import('./notices/NoticesPanel')).NoticesPanel }));
const SearchDialog = lazy(() => import('./SearchDialog'));
const ShortcutsDialog = lazy(() => import('./ShortcutsDialog'));
const PreferencesDialog = lazy(() => import('./preferences/PreferencesDialog'));

type Open = 'apps' | 'account' | 'notices' | 'search' | 'shortcuts' | 'preferences' | null;

/** The frame around every app: where one is, where one can go, who one is. */
export function Shell() {
  const { t } = useTranslation();
  const session = useSession();
  const [open, setOpen] = useState<Open>(null);
  const { pathname } = useLocation();
  const own = appsFor(session.roles);
  const here = APPS.find((app) => pathname.startsWith(`/${app.id}`));
  const online = useOnline();
  const notices = useNotices();
  const toggle = (panel: Open) => setOpen((now) => (now === panel ? null : panel));

  useShortcuts({
    '/': () => setOpen('search'),
    'Ctrl+k': () => setOpen('search'),
    '?': () => setOpen('shortcuts'),
  });

  return (
    <>
      <Header aria-label="FlowMaster">
        <SkipToContent>{t('shell.skip')}</SkipToContent>
        <HeaderName as={Link} to={here ? `/${here.id}` : '/'} prefix="FlowMaster">
          {here && t(`app.${here.id}`)}
        </HeaderName>
        <HeaderGlobalBar>
          <HeaderGlobalAction aria-label={t('shell.search')} onClick={() => setOpen('search')}>
            <SearchIcon size={20} />
          </HeaderGlobalAction>
          <HeaderGlobalAction
            aria-label={t('shell.shortcuts')}
            onClick={() => setOpen('shortcuts')}
            className="fm-wide"
          >
            <Help size={20} />
          </HeaderGlobalAction>
          {notices.isAsked && (
            <HeaderGlobalAction
              aria-label={t('notices.open', { count: notices.unread })}
              isActive={open === 'notices'}
              aria-expanded={open === 'notices'}
              onClick={() => toggle('notices')}
            >
              <Notification size={20} />
              {notices.unread > 0 && <span className="fm-unread">{notices.unread}</span>}
            </HeaderGlobalAction>
          )}
          <HeaderGlobalAction
            aria-label={t('shell.account')}
            isActive={open === 'account'}
            aria-expanded={open === 'account'}
            onClick={() => toggle('account')}
          >
            <UserAvatar size={20} />
          </HeaderGlobalAction>
          {own.length > 1 && (
            <HeaderGlobalAction
              aria-label={t('shell.apps')}
              isActive={open === 'apps'}
              aria-expanded={open === 'apps'}
              onClick={() => toggle('apps')}
              tooltipAlignment="end"
            >
              <SwitcherIcon size={20} />
            </HeaderGlobalAction>
          )}
        </HeaderGlobalBar>
        <Suspense fallback={null}>
          {open === 'account' && <AccountPanel onPreferences={() => setOpen('preferences')} onClose={() => setOpen(null)} />}
          {open === 'notices' && <NoticesPanel {...notices} onClose={() => setOpen(null)} />}
          {open === 'apps' && <AppsPanel apps={own} onClose={() => setOpen(null)} />}
        </Suspense>
      </Header>
      <Content id="main-content" className="fm-content">
        {!online && (
          <InlineNotification kind="warning" lowContrast hideCloseButton title={t('shell.offline')} />
        )}
        <Boundary key={`${session.tenant}/${here?.id}`}>
          <Suspense fallback={<Loading withOverlay={false} className="fm-opening" />}>
            <Routes>
              {own.map((app) => (
                <Route key={app.id} path={`/${app.id}/*`} element={<app.page />} />
              ))}
              <Route path="/" element={<Home />} />
              <Route path="*" element={<NotFound />} />
            </Routes>
          </Suspense>
        </Boundary>
      </Content>
      <Suspense fallback={null}>
        {open === 'search' && (
          <SearchDialog apps={own} onShortcuts={() => setOpen('shortcuts')} onClose={() => setOpen(null)} />
        )}
        {open === 'preferences' && <PreferencesDialog onClose={() => setOpen(null)} />}
        {open === 'shortcuts' && <ShortcutsDialog onClose={() => setOpen(null)} />}
      </Suspense>
    </>
  );
}

/** The app that the user's roles are for. */
function Home() {
  const { t } = useTranslation();
  const home = homeFor(useSession().roles);
  return home ? (
    <Navigate to={`/${home}`} replace />
  ) : (
    <EmptyState title={t('shell.noApp')} text={t('shell.noAppText')} />
  );
}

function NotFound() {
  const { t } = useTranslation();
  return <EmptyState title={t('problem.notFound')} text={t('problem.notFoundText')} />;
}
