import type { CollectionAccess } from '../../../shared/api/schema';

/** Who may read, as a form has it. */
export interface AccessSketch {
  everyone: boolean;
  roles: string[];
  groups: string;
  users: string;
}

export function sketchOf(access: CollectionAccess | null | undefined): AccessSketch {
  return {
    everyone: access?.everyone ?? false,
    roles: access?.roles ?? [],
    groups: access?.groups?.join(', ') ?? '',
    users: access?.users?.join(', ') ?? '',
  };
}

export function accessOf(sketch: AccessSketch): CollectionAccess {
  return {
    everyone: sketch.everyone,
    roles: sketch.roles,
    groups: idsIn(sketch.groups),
    users: idsIn(sketch.users),
  };
}

function idsIn(text: string): string[] {
  return [...new Set(text.split(/[,\n]/).map((id) => id.trim()))].filter((id) => id !== '');
}
