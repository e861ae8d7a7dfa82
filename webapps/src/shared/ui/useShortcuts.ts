import { useEffect, useRef } from 'react';

type Handler = (event: KeyboardEvent) => void;

const TYPING = 'input, textarea, select, [contenteditable="true"], .cds--modal.is-visible, .djs-container';

/**
 * Binds keys while the component is shown, by their name ("j", "Enter") with an optional "Ctrl+"
 * (which is Cmd on a Mac). Plain keys are left alone where somebody types.
 */
export function useShortcuts(keys: Record<string, Handler>): void {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    function pressed(event: KeyboardEvent) {
      const modified = event.ctrlKey || event.metaKey;
      const handler = current.current[(modified ? 'Ctrl+' : '') + event.key];
      const typing = event.target instanceof Element && event.target.closest(TYPING);
      if (handler && !event.altKey && (modified || !typing)) {
        event.preventDefault();
        handler(event);
      }
    }
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}
