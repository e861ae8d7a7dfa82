import { SkeletonText } from '@carbon/react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@shared/ui/ProblemNotice';
import { Time } from '@shared/ui/Time';
import { useRuleVersions } from './rules.queries';

/** What was published, newest first. */
export function RuleVersionsPanel({ id }: { id: string }) {
  const { t } = useTranslation();
  const versions = useRuleVersions(id);
  if (versions.isPending) {
    return <SkeletonText paragraph className="dsg-panel" />;
  }
  if (versions.isError) {
    return <ProblemNotice problem={versions.error} retry={() => void versions.refetch()} />;
  }
  const items = versions.data.items ?? [];
  return (
    <div className="dsg-panel">
      {items.length === 0 && <p>{t('editor.noVersions')}</p>}
      <ul className="dsg-versions">
        {items.map(({ version, publishedAt, publishedBy, changelog }) => (
          <li key={version}>
            <h2>{t('editor.versionNumber', { version })}</h2>
            <p className="fm-hint">
              <Time at={publishedAt} /> {publishedBy}
            </p>
            {changelog && <p>{changelog}</p>}
          </li>
        ))}
      </ul>
    </div>
  );
}
