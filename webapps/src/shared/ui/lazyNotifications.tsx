import { lazy, Suspense, type ComponentType, type ReactNode } from 'react';

const load = () => import('./notifications');

/** Fetched while all is well: what they tell may be that nothing can be fetched any more. */
export function preloadNotifications() {
  load().catch(() => undefined);
}

interface Said {
  title?: ReactNode;
  subtitle?: ReactNode;
}

/** The words alone, until the rest is there, and for ever where it does not arrive. */
function Plain({ title, subtitle }: Said) {
  return (
    <p role="alert">
      <strong>{title}</strong> {subtitle}
    </p>
  );
}

function later<P extends Said>(pick: (all: Awaited<ReturnType<typeof load>>) => ComponentType<P>) {
  const Notification = lazy(() =>
    load().then(
      (all) => ({ default: pick(all) }),
      () => ({ default: Plain as ComponentType<P> }),
    ),
  );
  return function LaterNotification(props: P) {
    return (
      <Suspense fallback={<Plain {...props} />}>
        <Notification {...props} />
      </Suspense>
    );
  };
}

/** Carbon's, which no first page needs. */
export const ActionableNotification = later((all) => all.ActionableNotification);
export const InlineNotification = later((all) => all.InlineNotification);
export const ToastNotification = later((all) => all.ToastNotification);
