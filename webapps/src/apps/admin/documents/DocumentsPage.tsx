import { FileUploaderButton, InlineLoading, ProgressBar, Tag } from '@carbon/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DocumentView } from '../../../shared/api/schema';
import { EmptyState } from '../../../shared/ui/EmptyState';
import { PagedTable } from '../../../shared/ui/PagedTable';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';
import { SearchField } from '../../../shared/ui/SearchField';
import { Time } from '../../../shared/ui/Time';
import { useToasts } from '../../../shared/ui/Toasts';
import { useUrlFilters } from '../../../shared/ui/useUrlFilters';
import { useDocuments, useFound, useReviews, useUploadDocument } from './documents.queries';
import { rowsOf } from '../../../shared/ui/pages';
import './documents.scss';

const SOON_MS = 2_000;

/** Every document that one may see, and what is found in them. */
export function DocumentsPage() {
  const { t } = useTranslation();
  const filters = useUrlFilters();
  const question = filters.one('q') ?? '';
  const waiting = rowsOf(useReviews()).length;
  return (
    <div className="fm-page">
      <div className="fm-page-head">
        <h1>{t('admin.nav.documents')}</h1>
        <div className="fm-row">
          {waiting > 0 && <Link to="/admin/reviews">{t('admin.documents.waiting', { count: waiting })}</Link>}
          <Upload />
        </div>
      </div>
      <SearchField label={t('admin.documents.search')} filters={filters} />
      {question ? <Found question={question} /> : <List />}
    </div>
  );
}

function Upload() {
  const { t } = useTranslation();
  const toasts = useToasts();
  const upload = useUploadDocument();
  const send = async (files: FileList) => {
    for (const file of files) {
      await upload.mutateAsync(file).then(
        ({ filename = '' }) => toasts.done(t('admin.documents.sent', { name: filename })),
        toasts.failed,
      );
    }
  };
  return (
    <>
      {upload.isPending && <InlineLoading description={t('admin.documents.sending')} />}
      <FileUploaderButton
        size="sm"
        multiple
        disableLabelChanges
        labelText={t('admin.documents.upload')}
        onChange={(event) => {
          if (event.target.files) {
            void send(event.target.files);
          }
        }}
      />
    </>
  );
}

function List() {
  const { t } = useTranslation();
  return (
    <PagedTable<DocumentView>
      label={t('admin.nav.documents')}
      pages={useDocuments(SOON_MS)}
      idOf={(one) => one.id ?? ''}
      empty={{ title: t('admin.documents.none'), text: t('admin.documents.noneText') }}
      columns={[
        {
          key: 'name',
          header: t('admin.documents.name'),
          cell: (one) => <Link to={`/admin/documents/${one.id}`}>{one.filename}</Link>,
        },
        { key: 'status', header: t('admin.documents.status'), cell: (one) => <DocumentStatus document={one} /> },
        { key: 'kind', header: t('admin.documents.kind'), cell: (one) => <code>{one.mediaType}</code> },
        { key: 'pages', header: t('admin.documents.pages'), cell: (one) => one.pages },
        { key: 'language', header: t('admin.documents.language'), cell: (one) => one.language ?? '–' },
        { key: 'by', header: t('admin.documents.by'), cell: (one) => one.createdBy },
        { key: 'at', header: t('admin.documents.at'), cell: (one) => <Time at={one.createdAt} /> },
      ]}
    />
  );
}

export function DocumentStatus({ document }: { document: DocumentView }) {
  const { t } = useTranslation();
  const { status = 'RECEIVED', progress = 0 } = document;
  if (status === 'PROCESSING') {
    return <ProgressBar size="small" label={t('admin.documents.state.PROCESSING')} value={progress} />;
  }
  const colours = { RECEIVED: 'gray', PROCESSING: 'blue', READY: 'green', FAILED: 'red' } as const;
  return (
    <Tag size="sm" type={colours[status]}>
      {t(`admin.documents.state.${status}`)}
    </Tag>
  );
}

function Found({ question }: { question: string }) {
  const { t } = useTranslation();
  const found = useFound(question);
  if (found.error) {
    return <ProblemNotice problem={found.error} retry={() => void found.refetch()} />;
  }
  if (!found.data) {
    return <InlineLoading description={t('admin.documents.searching')} />;
  }
  if (found.data.length === 0) {
    return <EmptyState title={t('admin.documents.notFound')} text={t('admin.documents.notFoundText')} />;
  }
  return (
    <ul className="adm-passages">
      {found.data.map((hit) => (
        <li key={`${hit.document}/${hit.start}`}>
          <Link to={`/admin/documents/${hit.document}`}>{hit.filename}</Link>{' '}
          <span className="fm-hint">{t('admin.documents.page', { page: hit.page })}</span>
          <p>{hit.text}</p>
        </li>
      ))}
    </ul>
  );
}
