import { useSyncExternalStore } from 'react';

/** What this browser remembers for its user; lost without harm. */
export class Stored<T> {
  private readonly listeners = new Set<() => void>();
  private cached: T | undefined;

  constructor(
    private readonly key: string,
    private readonly usual: T,
    private readonly isValid: (value: unknown) => boolean,
  ) {}

  get = (): T => (this.cached ??= this.read());

  set = (value: T): void => {
    this.cached = value;
    try {
      localStorage.setItem(this.key, JSON.stringify(value));
    } catch {
      // A full or forbidden storage: it holds for this page alone.
    }
    this.listeners.forEach((listener) => listener());
  };

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private read(): T {
    try {
      const value: unknown = JSON.parse(localStorage.getItem(this.key) ?? 'null');
      return this.isValid(value) ? (value as T) : this.usual;
    } catch {
      return this.usual;
    }
  }
}

export function useStored<T>(stored: Stored<T>): T {
  return useSyncExternalStore(stored.subscribe, stored.get);
}
