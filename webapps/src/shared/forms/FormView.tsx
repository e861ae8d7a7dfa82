import { Form } from '@bpmn-io/form-js-viewer';
import '@bpmn-io/form-js-viewer/dist/assets/form-js.css';
import './forms.scss';
import { InlineNotification } from '@carbon/react';
import { useEffect, useEffectEvent, useImperativeHandle, useMemo, useRef, useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { placeFaults, type FieldFault, type FormField } from './faults';
import { excessOf } from './limits';
import './words';

export type Values = Record<string, unknown>;

/** What surrounds a form may ask of it. */
export interface FormHandle {
  /** Checks all fields, shows what is wrong on them, and gives what was filled in. */
  check(): { values: Values; isValid: boolean };
  /** Shows what the server refused on its fields; gives back what belongs to no field. */
  show(faults: FieldFault[]): FieldFault[];
}

interface Props {
  schema: object;
  /** What the fields begin with; later changes of it are not heard. */
  initial: Values;
  isReadOnly?: boolean;
  /** Paths of fields that are to stand out, with dots between the levels. */
  marked?: string[];
  label: string;
  onChange?: (values: Values) => void;
  /** A submit button that the form brings along. */
  onSubmit?: () => void;
  ref?: Ref<FormHandle>;
}

interface FieldRegistry {
  getAll(): FormField[];
}

interface PathRegistry {
  getValuePath(field: FormField): string[];
}

/** A form-js form; loaded with its library, so only by `lazy`. */
export default function FormView({ schema, initial, isReadOnly, marked, label, onChange, onSubmit, ref }: Props) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const form = useRef<Form | null>(null);
  const checking = useRef(false);
  const [failure, setFailure] = useState<unknown>(null);
  const excess = useMemo(() => excessOf(schema), [schema]);
  const start = useRef(initial);
  const changed = useEffectEvent((values: Values) => onChange?.(values));
  const submitted = useEffectEvent(() => onSubmit?.());
  const mark = useEffectEvent(() => markFields(form.current, place.current, marked ?? []));

  useEffect(() => {
    const container = place.current;
    if (!container || excess) {
      return;
    }
    // The viewer renders into an element of its own: an effect that runs twice must not share one.
    const own = document.createElement('div');
    container.append(own);
    const created = new Form({ container: own });
    // Opening a form is told as a change, too; only what differs afterwards was typed.
    let known: string | null = null;
    created.importSchema(structuredClone(schema), structuredClone(start.current)).then(
      () => {
        known = JSON.stringify(created._getSubmitData());
        mark();
      },
      setFailure,
    );
    created.on('changed', () => {
      const values = created._getSubmitData() as Values;
      const now = JSON.stringify(values);
      if (known !== null && now !== known) {
        known = now;
        // What was typed outlives a form that is drawn anew, for example on a turned phone.
        start.current = { ...start.current, ...values };
        changed(values);
      }
    });
    created.on('submit', () => {
      if (!checking.current) {
        submitted();
      }
    });
    form.current = created;
    return () => {
      form.current = null;
      created.destroy();
      own.remove();
    };
  }, [schema, excess]);

  useEffect(() => {
    form.current?.setProperty('readOnly', Boolean(isReadOnly));
  }, [isReadOnly, schema]);

  const marks = marked?.join(' ');
  useEffect(() => mark(), [marks]);

  /** The form draws what is wrong a moment later. */
  function focusFault() {
    requestAnimationFrame(() => place.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }

  useImperativeHandle(ref, () => ({
    check() {
      const open = form.current;
      if (!open || failure !== null) {
        // What cannot be seen cannot be answered.
        return { values: {}, isValid: false };
      }
      checking.current = true;
      try {
        const { data, errors } = open.submit();
        const isValid = Object.keys(errors).length === 0;
        if (!isValid) {
          focusFault();
        }
        return { values: data as Values, isValid };
      } finally {
        checking.current = false;
      }
    },
    show(faults) {
      const open = form.current;
      if (!open) {
        return faults;
      }
      const fields = open.get<FieldRegistry>('formFieldRegistry').getAll();
      const { errors, rest } = placeFaults(faults, fields);
      open._setState({ errors });
      focusFault();
      return rest;
    },
  }));

  return (
    <section aria-label={label} className="fm-form">
      {(excess ?? failure) != null && (
        <InlineNotification
          kind="error"
          lowContrast
          hideCloseButton
          title={t('form.broken')}
          subtitle={excess ? t(`form.${excess}`) : t('form.notRead', { reason: reasonOf(failure) })}
        />
      )}
      <div ref={place} />
    </section>
  );
}

function reasonOf(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure);
}

/** The library has no place for this, but leaves attributes alone that it does not know. */
function markFields(form: Form | null, place: HTMLElement | null, paths: string[]): void {
  if (!form || !place) {
    return;
  }
  const registry = form.get<PathRegistry>('pathRegistry');
  for (const field of form.get<FieldRegistry>('formFieldRegistry').getAll()) {
    const input = place.querySelector(`[id$="-${CSS.escape(field.id)}"]`);
    const isMarked = paths.length > 0 && paths.includes((registry.getValuePath(field) ?? []).join('.'));
    input?.closest('.fjs-form-field')?.toggleAttribute('data-guessed', isMarked);
  }
}
