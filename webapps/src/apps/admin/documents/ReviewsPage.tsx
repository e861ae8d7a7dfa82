import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ExtractionReview } from '../../../shared/api/schema';
import { PagedTable } from '../../../shared/ui/PagedTable';
import { Time } from '../../../shared/ui/Time';
import { useReviews } from './documents.queries';

/** Extractions that wait for a person. */
export function ReviewsPage() {
  const { t } = useTranslation();
  return (
    <div className="fm-page">
      <div className="fm-page-head">
        <h1>{t('admin.nav.reviews')}</h1>
      </div>
      <PagedTable<ExtractionReview>
        label={t('admin.nav.reviews')}
        pages={useReviews()}
        idOf={(one) => one.id ?? ''}
        empty={{ title: t('admin.documents.noReviews'), text: t('admin.documents.noReviewsText') }}
        columns={[
          {
            key: 'name',
            header: t('admin.documents.name'),
            cell: (one) => <Link to={`/admin/documents/${one.document}`}>{one.filename}</Link>,
          },
          { key: 'sender', header: t('admin.documents.sender'), cell: (one) => <code>{one.sender}</code> },
          {
            key: 'confidence',
            header: t('admin.documents.confidence'),
            cell: (one) => `${Math.round((one.confidence ?? 0) * 100)} %`,
          },
          { key: 'at', header: t('admin.documents.since'), cell: (one) => <Time at={one.createdAt} /> },
        ]}
      />
    </div>
  );
}
