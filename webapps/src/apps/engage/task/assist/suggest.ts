import type { SmartForm, ValueProvenance } from '../../../../shared/api/schema';

export type Values = Record<string, unknown>;

/** A value that the platform suggests, until a person confirms, changes or removes it. */
export interface Guess {
  path: string;
  label: string;
  value: unknown;
  /** The value as people read it. */
  text: string;
  confidence: number;
  provenance: ValueProvenance;
}

/** What a form-js schema says of the fields with these paths. */
interface Known {
  label: string;
  options: { value: unknown; label: string }[];
}

interface Component {
  type?: string;
  key?: string;
  path?: string;
  label?: string;
  values?: { value: unknown; label?: string }[];
  components?: Component[];
}

export function guessesOf(form: SmartForm): Guess[] {
  const fields = fieldsOf(form.form as Component | undefined);
  return (form.suggested ?? []).flatMap((path) => {
    const provenance = form.provenance?.[path];
    if (!provenance) {
      return [];
    }
    const known = fields.get(path);
    const value = form.values?.[path] as unknown;
    return [
      {
        path,
        label: known?.label ?? path,
        value,
        text: textOf(value, known),
        confidence: form.confidence?.[path] ?? 0,
        provenance,
      },
    ];
  });
}

function fieldsOf(schema: Component | undefined, at = '', found = new Map<string, Known>()): Map<string, Known> {
  for (const component of schema?.components ?? []) {
    const name = component.type === 'group' ? component.path : component.key;
    const path = at && name ? `${at}.${name}` : at || name || '';
    if (component.type === 'group') {
      fieldsOf(component, path, found);
    } else if (component.key) {
      found.set(path, {
        label: component.label?.trim() || path,
        options: (component.values ?? []).map(({ value, label }) => ({ value, label: label ?? String(value) })),
      });
    }
  }
  return found;
}

function textOf(value: unknown, known: Known | undefined): string {
  if (Array.isArray(value)) {
    return value.map((each) => textOf(each, known)).join(', ');
  }
  const option = known?.options.find((each) => each.value === value);
  return option?.label ?? (typeof value === 'object' ? JSON.stringify(value) : String(value));
}

/** What stands at a path with dots between the levels. */
export function valueAt(values: Values, path: string): unknown {
  return path.split('.').reduce<unknown>((found, name) => (found as Values | null | undefined)?.[name], values);
}

export const isGiven = (value: unknown) =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/** The values with another one at a path; undefined takes it out. */
export function withValue(values: Values, path: string, value: unknown): Values {
  const [name = '', ...rest] = path.split('.');
  if (rest.length === 0) {
    return { ...values, [name]: value };
  }
  return { ...values, [name]: withValue((values[name] as Values | null | undefined) ?? {}, rest.join('.'), value) };
}

/** The values with those guesses whose fields are still empty. */
export function filledIn(values: Values, guesses: Guess[]): Values {
  return guesses
    .filter(({ path }) => !isGiven(valueAt(values, path)))
    .reduce((filled, { path, value }) => withValue(filled, path, value), values);
}

/** The guesses that the values hold unchanged: nobody has made them their own by changing them. */
export function untouched(values: Values, guesses: Guess[]): Guess[] {
  return guesses.filter(({ path, value }) => JSON.stringify(valueAt(values, path)) === JSON.stringify(value));
}

