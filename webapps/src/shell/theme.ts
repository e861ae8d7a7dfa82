import { useSyncExternalStore } from 'react';

const KEY = 'flowmaster.theme';
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const listeners = new Set<() => void>();
const dark = window.matchMedia('(prefers-color-scheme: dark)');
dark.addEventListener('change', tell);

function tell() {
  listeners.forEach((listener) => listener());
}

function chosen(): Theme {
  const stored = localStorage.getItem(KEY);
  return THEMES.find((theme) => theme === stored) ?? 'system';
}

export function chooseTheme(theme: Theme): void {
  localStorage.setItem(KEY, theme);
  tell();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What was chosen, and what it comes to now. */
export function useTheme(): { chosen: Theme; isDark: boolean } {
  const theme = useSyncExternalStore(subscribe, chosen);
  const isDark = useSyncExternalStore(subscribe, () =>
    chosen() === 'system' ? dark.matches : chosen() === 'dark',
  );
  return { chosen: theme, isDark };
}
