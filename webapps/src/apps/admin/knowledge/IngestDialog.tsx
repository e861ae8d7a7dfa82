import { Select, SelectItem, TextArea } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../shared/api/client';
import { FormDialog } from '../../../shared/ui/FormDialog';
import { TextField } from '../../../shared/ui/TextField';
import { useToasts } from '../../../shared/ui/Toasts';
import { useRefreshKnowledge } from './knowledge.queries';

const KINDS = ['TEXT', 'MARKDOWN', 'HTML', 'DOCUMENT'] as const;
const ROWS = 10;

/** Brings a text or a document into a collection. */
export function IngestDialog({ collection, onClose }: { collection: string; onClose: () => void }) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const refresh = useRefreshKnowledge();
  const [kind, setKind] = useState<(typeof KINDS)[number]>('TEXT');
  const [title, setTitle] = useState('');
  const [key, setKey] = useState('');
  const [text, setText] = useState('');
  const isDocument = kind === 'DOCUMENT';
  return (
    <FormDialog
      title={t('admin.knowledge.bring')}
      text={t('admin.knowledge.bringText')}
      confirm={t('admin.knowledge.bring')}
      size="md"
      isReady={text.trim() !== ''}
      onClose={onClose}
      run={async () => {
        const source = await body(
          api.POST('/knowledge/ingest', {
            body: {
              collection,
              title: title.trim() || undefined,
              key: key.trim() || undefined,
              ...(isDocument ? { document: text.trim() } : { content: text, format: kind }),
            },
          }),
        );
        toasts.done(t('admin.knowledge.brought', { name: source.title }));
        await refresh();
      }}
    >
      {(faults) => (
        <>
          <Select
            id="ingest-kind"
            labelText={t('admin.knowledge.kind')}
            value={kind}
            onChange={(event) => setKind(event.target.value as typeof kind)}
          >
            {KINDS.map((one) => (
              <SelectItem key={one} value={one} text={t(`admin.knowledge.kinds.${one}`)} />
            ))}
          </Select>
          {isDocument ? (
            <TextField
              id="ingest-document"
              labelText={t('admin.knowledge.document')}
              value={text}
              {...faults('/document')}
              onChange={(event) => setText(event.target.value)}
            />
          ) : (
            <TextArea
              id="ingest-content"
              labelText={t('admin.knowledge.content')}
              rows={ROWS}
              value={text}
              {...faults('/content')}
              onChange={(event) => setText(event.target.value)}
            />
          )}
          <TextField
            id="ingest-title"
            labelText={t('admin.knowledge.title')}
            maxLength={300}
            value={title}
            {...faults('/title')}
            onChange={(event) => setTitle(event.target.value)}
          />
          <TextField
            id="ingest-key"
            labelText={t('admin.knowledge.key')}
            helperText={t('admin.knowledge.keyHelp')}
            maxLength={300}
            value={key}
            {...faults('/key')}
            onChange={(event) => setKey(event.target.value)}
          />
        </>
      )}
    </FormDialog>
  );
}
