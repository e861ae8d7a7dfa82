import { diff, type Differences } from 'bpmn-js-differ';
import type { ModdleElement } from '@shared/bpmn/services';

export interface Changed {
  id: string;
  name: string;
  /** What of it, for example "name: Pay → Pay now". */
  details: string[];
}

/** How two models differ, in the order in which people ask. */
export interface Changes {
  added: Changed[];
  removed: Changed[];
  changed: Changed[];
  moved: Changed[];
}

export const KINDS = ['added', 'removed', 'changed', 'moved'] as const;

/** Compares two models that were read from XML. */
export async function compare(before: string, after: string): Promise<Changes> {
  const { readModel } = await import('@shared/bpmn/readModel');
  const [old, now] = await Promise.all([readModel(before), readModel(after)]);
  return describe(diff(old, now));
}

/** What the differ found, as elements with the words that people know them by. */
export function describe(found: Differences): Changes {
  const { _added, _removed, _changed, _layoutChanged } = found;
  const isNewOrGone = (id: string) => id in _added || id in _removed;
  return {
    added: Object.values(_added).map((element) => named(element)),
    removed: Object.values(_removed).map((element) => named(element)),
    changed: Object.entries(_changed)
      .filter(([id]) => !isNewOrGone(id))
      .map(([, { model, attrs }]) =>
        named(
          model,
          Object.entries(attrs).map(([name, values]) => {
            const [before, after] = beforeAndAfter(values);
            return `${name}: ${value(before)} → ${value(after)}`;
          }),
        ),
      ),
    moved: Object.values(_layoutChanged)
      .filter((element) => !isNewOrGone(element.id))
      .map((element) => named(element)),
  };
}

export function isSame(changes: Changes): boolean {
  return KINDS.every((kind) => changes[kind].length === 0);
}

/**
 * The differ (3.2.0) hands on the entries of a delta unread: what is replaced comes as (new, old)
 * the wrong way round, what is taken away as its value with 0, and only what is set as it says.
 */
function beforeAndAfter({ oldValue, newValue }: { oldValue?: unknown; newValue?: unknown }): [unknown, unknown] {
  if (oldValue == null || newValue == null) {
    return [oldValue, newValue];
  }
  return [newValue, oldValue === 0 ? undefined : oldValue];
}

function named(element: ModdleElement, details: string[] = []): Changed {
  const type = typeName(element.$type);
  return { id: element.id, name: element.name ? `${type} “${element.name}”` : `${type} ${element.id}`, details };
}

/** `bpmn:UserTask` as people say it: User task. */
export function typeName(type: string): string {
  const words = type.replace(/^.*:/, '').replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function value(of: unknown): string {
  if (of == null || of === '') {
    return '–';
  }
  if (typeof of === 'object') {
    const { body, id, $type } = of as { body?: string; id?: string; $type?: string };
    return body ?? id ?? (Array.isArray(of) ? `(${of.length})` : typeName($type ?? ''));
  }
  return String(of);
}
