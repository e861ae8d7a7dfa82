import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../api/problem';
import { ActionableNotification, preloadNotifications, ToastNotification } from './lazyNotifications';

interface Toast {
  id: number;
  kind: 'success' | 'error' | 'info';
  title: string;
  text?: string;
  undo?: () => void;
}

interface Toasts {
  done: (title: string, options?: { text?: string; undo?: () => void }) => void;
  failed: (problem: unknown) => void;
}

const ToastContext = createContext<Toasts | null>(null);
const SHOWN_MS = 8_000;

/** Tells shortly that something is done or has failed. */
export function useToasts(): Toasts {
  const toasts = use(ToastContext);
  if (!toasts) {
    throw new Error('no toasts');
  }
  return toasts;
}

let next = 0;

export function ToastRegion({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Toast[]>([]);
  useEffect(preloadNotifications, []);

  const close = useCallback((id: number) => {
    setShown((now) => now.filter((toast) => toast.id !== id));
  }, []);
  const show = useCallback(
    (toast: Omit<Toast, 'id'>) => {
      const id = next++;
      setShown((now) => [...now.slice(-3), { ...toast, id }]);
      if (toast.kind !== 'error') {
        window.setTimeout(() => close(id), SHOWN_MS);
      }
    },
    [close],
  );
  const toasts = useMemo<Toasts>(
    () => ({
      done: (title, options) => show({ kind: 'success', title, ...options }),
      failed: (problem) =>
        show({
          kind: 'error',
          title: t('problem.title'),
          text:
            problem instanceof ProblemError && !problem.isUnreachable
              ? problem.message
              : t(problem instanceof ProblemError ? 'problem.unreachable' : 'problem.unexpected'),
        }),
    }),
    [show, t],
  );

  return (
    <ToastContext value={toasts}>
      {children}
      <div className="fm-toasts" aria-live="polite">
        {shown.map((toast) =>
          toast.undo ? (
            <ActionableNotification
              key={toast.id}
              // The keys go on where they were: the next Enter is not meant for "Undo".
              role="status"
              kind={toast.kind}
              title={toast.title}
              subtitle={toast.text}
              actionButtonLabel={t('action.undo')}
              onActionButtonClick={() => {
                toast.undo?.();
                close(toast.id);
              }}
              onClose={() => {
                close(toast.id);
                return true;
              }}
            />
          ) : (
            <ToastNotification
              key={toast.id}
              kind={toast.kind}
              title={toast.title}
              subtitle={toast.text}
              onClose={() => {
                close(toast.id);
                return true;
              }}
            />
          ),
        )}
      </div>
    </ToastContext>
  );
}
