/** One fault that the server found, with a JSON pointer into the answer. */
export interface FieldFault {
  pointer?: string;
  detail?: string;
}

/** As much of a form-js field as is needed to find it. */
export interface FormField {
  id: string;
  key?: string;
}

/**
 * Gives faults to the fields whose key their pointer names (`/variables/amount`). A fault inside a
 * group or a list is shown on the nearest field that is there.
 */
export function placeFaults(
  faults: FieldFault[],
  fields: FormField[],
): { errors: Record<string, string[]>; rest: FieldFault[] } {
  const errors: Record<string, string[]> = {};
  const rest: FieldFault[] = [];
  for (const fault of faults) {
    const names = (fault.pointer ?? '')
      .replace(/^\/variables/, '')
      .split('/')
      .slice(1)
      .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
    const field = fieldOf(names, fields);
    if (field) {
      (errors[field.id] ??= []).push(fault.detail ?? '');
    } else {
      rest.push(fault);
    }
  }
  return { errors, rest };
}

function fieldOf(names: string[], fields: FormField[]): FormField | undefined {
  const dotted = names.join('.');
  return (
    fields.find((field) => field.key === dotted) ??
    [...names].reverse().flatMap((name) => fields.filter((field) => field.key === name))[0]
  );
}
