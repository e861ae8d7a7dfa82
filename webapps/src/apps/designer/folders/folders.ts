import type { ProcessFolder } from '@shared/api/schema';

/** A folder to go into. */
export interface Subfolder {
  path: string;
  name: string;
  /** How many processes lie in it and below. */
  processes: number;
}

/** The folders right in another one, by name; only those with processes are known. */
export function subfolders(known: readonly ProcessFolder[], folder: string): Subfolder[] {
  const start = folder === '' ? '' : `${folder}/`;
  const found = new Map<string, number>();
  for (const { path = '', processes = 0 } of known) {
    if (path.startsWith(start) && path !== folder) {
      const [name = ''] = path.slice(start.length).split('/');
      found.set(name, (found.get(name) ?? 0) + processes);
    }
  }
  return [...found]
    .map(([name, processes]) => ({ path: start + name, name, processes }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** The folders that lead to another one, with itself, from the top. */
export function trail(folder: string): { path: string; name: string }[] {
  const names = folder.split('/').filter(Boolean);
  return names.map((name, index) => ({ name, path: names.slice(0, index + 1).join('/') }));
}

/** Every folder to move something to: known ones and those that lead to them. */
export function places(known: readonly ProcessFolder[]): string[] {
  const all = new Set(known.flatMap(({ path = '' }) => trail(path).map((step) => step.path)));
  return [...all].sort((a, b) => a.localeCompare(b));
}
