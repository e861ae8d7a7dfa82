import { GlobalTheme, Loading, Theme } from '@carbon/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Suspense, useEffect } from 'react';
import { BrowserRouter } from 'react-router';
import { ProblemError } from '../shared/api/problem';
import '../shared/i18n';
import { SessionGate } from '../shared/session/SessionGate';
import { ToastRegion } from '../shared/ui/Toasts';
import { Boundary } from './Boundary';
import { Shell } from './Shell';
import { useTheme } from './theme';

const MOST_RETRIES = 2;

/** A refusal stays one however often it is asked for; an outage may be over soon. */
function isWorthTrying(failures: number, error: unknown): boolean {
  return (
    failures < MOST_RETRIES &&
    error instanceof ProblemError &&
    (error.isUnreachable || error.status >= 500)
  );
}

const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: isWorthTrying, staleTime: 10_000, refetchOnWindowFocus: true },
    // Without a network a change is refused at once: nobody expects it to happen later by itself.
    mutations: { retry: false, networkMode: 'always' },
  },
});

/** Everything that surrounds the apps. */
export function Application() {
  const { isDark } = useTheme();
  const theme = isDark ? 'g100' : 'white';
  useEffect(() => {
    document.documentElement.dataset.carbonTheme = theme;
  }, [theme]);
  return (
    <GlobalTheme theme={theme}>
      <Theme theme={theme} className="fm-root">
        <QueryClientProvider client={queries}>
          <Boundary>
            <ToastRegion>
              <SessionGate>
                <BrowserRouter>
                  <Suspense fallback={<Loading withOverlay={false} className="fm-opening" />}>
                    <Shell />
                  </Suspense>
                </BrowserRouter>
              </SessionGate>
            </ToastRegion>
          </Boundary>
        </QueryClientProvider>
      </Theme>
    </GlobalTheme>
  );
}
