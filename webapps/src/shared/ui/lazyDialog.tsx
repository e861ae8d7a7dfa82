import { lazy, Suspense, type ComponentType } from 'react';

/** A dialog, or another part that pages begin without, whose code comes when it is shown for the first time. */
export function lazyDialog<P extends object>(load: () => Promise<ComponentType<P>>) {
  const Dialog = lazy(async () => ({ default: await load() }));
  return function LazyDialog(props: P) {
    return (
      <Suspense fallback={null}>
        <Dialog {...props} />
      </Suspense>
    );
  };
}
