import { Button, Tag, TextInput } from '@carbon/react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../shared/api/client';
import type { Extraction } from '../../../shared/api/schema';
import { EmptyState } from '../../../shared/ui/EmptyState';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';
import { useToasts } from '../../../shared/ui/Toasts';
import { useRefreshDocuments } from './documents.queries';

const SURE = 0.8;
const REVIEWED = ['invoiceNumber', 'orderNumber', 'invoiceDate', 'dueDate', 'net', 'tax', 'total', 'iban', 'supplier', 'customer'];

interface Props {
  extraction: Extraction;
  /** Shows where a field stands. */
  choose: (name: string) => void;
}

/** The fields with how sure they are; while a review waits they can be put right. */
export function ExtractionPanel({ extraction, choose }: Props) {
  const { t } = useTranslation();
  const { fields = {}, review } = extraction;
  const names = review ? [...new Set([...REVIEWED, ...Object.keys(fields)])] : Object.keys(fields);
  const [right, setRight] = useState<Record<string, string>>({});
  const toasts = useToasts();
  const refresh = useRefreshDocuments();
  const save = useMutation({
    mutationFn: () =>
      body(api.PUT('/documents/reviews/{id}', { params: { path: { id: review ?? '' } }, body: { fields: right } })),
    onSuccess: async () => {
      toasts.done(t('admin.documents.learned'));
      await refresh();
    },
  });
  if (names.length === 0) {
    return <EmptyState title={t('admin.documents.noFields')} text={t('admin.documents.noFieldsText')} />;
  }
  const label = (name: string) => t(`admin.documents.field.${name}`, { defaultValue: name });
  return (
    <form
      className="adm-fields"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <h2>{t('admin.documents.fields')}</h2>
      {extraction.exact && <Tag size="sm" type="green">{t('admin.documents.exact')}</Tag>}
      {extraction.model && <Tag size="sm" type="purple">{t('admin.documents.model', { model: extraction.model })}</Tag>}
      {review && <p>{t('admin.documents.reviewText')}</p>}
      {names.map((name) => (
        <div key={name} className="adm-field">
          {review ? (
            <TextInput
              id={`field-${name}`}
              size="sm"
              labelText={label(name)}
              value={right[name] ?? fields[name]?.normalized ?? ''}
              maxLength={500}
              onFocus={() => choose(name)}
              onChange={(event) => setRight({ ...right, [name]: event.target.value })}
            />
          ) : (
            <button type="button" className="adm-field-shown" onClick={() => choose(name)}>
              <span className="fm-hint">{label(name)}</span> {fields[name]?.normalized}
            </button>
          )}
          {fields[name] && <Confidence value={fields[name].confidence ?? 0} />}
        </div>
      ))}
      {save.error && <ProblemNotice problem={save.error} />}
      {review && (
        <Button size="sm" type="submit" disabled={save.isPending}>
          {t('admin.documents.confirm')}
        </Button>
      )}
    </form>
  );
}

function Confidence({ value }: { value: number }) {
  return (
    <Tag size="sm" type={value >= SURE ? 'green' : 'magenta'}>
      {Math.round(value * 100)} %
    </Tag>
  );
}
