import { Tag } from '@carbon/react';
import { useTranslation } from 'react-i18next';
import type { ProcessView } from '@shared/api/schema';

const COLOURS = { DRAFT: 'blue', PUBLISHED: 'green', ARCHIVED: 'gray' } as const;

/** The state in words, and whether there is something to publish. */
export function StatusTag({ process }: { process: ProcessView }) {
  const { t } = useTranslation();
  const status = process.status ?? 'DRAFT';
  return (
    <span className="fm-row">
      <Tag type={COLOURS[status]} size="sm">
        {t(`designer.state.${status}`)}
      </Tag>
      {status === 'PUBLISHED' && process.unpublishedChanges && (
        <span className="fm-hint">{t('designer.unpublished')}</span>
      )}
    </span>
  );
}
