import { Button, InlineNotification } from '@carbon/react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { api, body } from '../../../shared/api/client';
import type { DocumentView } from '../../../shared/api/schema';
import { useSession } from '../../../shared/session/SessionGate';
import { ConfirmDialog } from '../../../shared/ui/ConfirmDialog';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';
import { useToasts } from '../../../shared/ui/Toasts';
import { Waiting } from '../../../shared/ui/Waiting';
import { DocumentStatus } from './DocumentsPage';
import { ExtractionPanel } from './ExtractionPanel';
import { useDocument, useDocumentText, useExtraction, useRefreshDocuments } from './documents.queries';
import { TextPages } from './TextPages';
import './documents.scss';

/** A document with its text, where what was found is marked, and the fields beside it. */
export function DocumentPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const document = useDocument(id);
  const isRead = document.data?.status === 'READY';
  const text = useDocumentText(id, isRead);
  const extraction = useExtraction(id, isRead);
  const [chosen, setChosen] = useState<string>();
  if (!document.data) {
    return <Waiting query={document} />;
  }
  const one = document.data;
  const marks = Object.entries(extraction.data?.fields ?? {}).flatMap(([name, { start, end }]) =>
    start == null || end == null ? [] : [{ name, start, end }],
  );
  return (
    <div className="fm-page">
      <div className="fm-page-head">
        <div className="fm-row">
          <h1>{one.filename}</h1>
          <DocumentStatus document={one} />
        </div>
        <Actions document={one} />
      </div>
      {one.cause && (
        <InlineNotification lowContrast hideCloseButton kind="error" title={one.cause.detail ?? one.cause.code ?? ''} />
      )}
      {one.notes?.map((note) => (
        <InlineNotification key={note} lowContrast hideCloseButton kind="info" title={note} />
      ))}
      {isRead && (
        <div className="adm-document">
          <section aria-label={t('admin.documents.text')}>
            {text.data ? <TextPages pages={text.data} marks={marks} chosen={chosen} /> : <Waiting query={text} />}
          </section>
          <section aria-label={t('admin.documents.fields')}>
            {extraction.data ? (
              <ExtractionPanel key={extraction.data.review} extraction={extraction.data} choose={setChosen} />
            ) : (
              <Waiting query={extraction} />
            )}
          </section>
        </div>
      )}
    </div>
  );
}

function Actions({ document }: { document: DocumentView }) {
  const { t } = useTranslation();
  const { roles } = useSession();
  const navigate = useNavigate();
  const toasts = useToasts();
  const refresh = useRefreshDocuments();
  const [drops, setDrops] = useState(false);
  const params = { params: { path: { id: document.id ?? '' } } };
  const draft = useMutation({
    mutationFn: () => body(api.POST('/documents/{id}/process', { ...params, body: {} })),
    onSuccess: ({ designer = '' }) => navigate(designer),
  });
  const canDraft = document.status === 'READY' && (roles.has('designer') || roles.has('admin'));
  return (
    <div className="fm-row">
      {canDraft && (
        <Button size="sm" kind="tertiary" disabled={draft.isPending} onClick={() => draft.mutate()}>
          {t('admin.documents.draft')}
        </Button>
      )}
      <Button size="sm" kind="danger--ghost" onClick={() => setDrops(true)}>
        {t('action.delete')}
      </Button>
      {draft.error && <ProblemNotice problem={draft.error} />}
      {drops && (
        <ConfirmDialog
          danger
          title={t('admin.documents.drop', { name: document.filename })}
          text={t('admin.documents.dropText')}
          confirm={t('action.delete')}
          onClose={() => setDrops(false)}
          run={async () => {
            await body(api.DELETE('/documents/{id}', params));
            toasts.done(t('admin.documents.dropped', { name: document.filename }));
            await navigate('/admin/documents');
            await refresh();
          }}
        />
      )}
    </div>
  );
}
