import { Button, SkeletonText } from '@carbon/react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ProblemNotice } from '@shared/ui/ProblemNotice';
import type { Autosave } from '../autosave';
import { DocumentEditor } from '../documents/DocumentEditor';
import { StatusTag } from '../StatusTag';
import { AnalysisPanel } from './AnalysisPanel';
import { PublishRulesDialog } from './PublishRulesDialog';
import { RuleVersionsPanel } from './RuleVersionsPanel';
import { ruleStore, useRuleSet } from './rules.queries';
import { TestsPanel } from './TestsPanel';
import { TryPanel } from './TryPanel';

/** A rule set: its diagram and tables, trying it, its tests, its gaps, its versions. */
export default function RulePage() {
  const { id = '' } = useParams();
  return <RuleSet key={id} id={id} />;
}

function RuleSet({ id }: { id: string }) {
  const { t } = useTranslation();
  const rules = useRuleSet(id);
  const store = useMemo(() => ruleStore(id), [id]);
  const [publishing, setPublishing] = useState<Autosave | null>(null);

  if (rules.isPending) {
    return <SkeletonText paragraph className="fm-page" />;
  }
  if (rules.isError && !rules.data) {
    return <ProblemNotice problem={rules.error} retry={() => void rules.refetch()} standalone />;
  }
  const { value, etag } = rules.data;
  return (
    <>
      <DocumentEditor
        kind="dmn"
        title={value.name ?? ''}
        fileName={`${value.key}.dmn`}
        back={{ to: '/designer/rules', label: t('rules.title') }}
        store={store}
        base={{ xml: value.dmnXml ?? '', etag }}
        status={<StatusTag process={value} />}
        actions={(autosave) => (
          <Button size="sm" onClick={() => setPublishing(autosave)}>
            {t('editor.publish')}
          </Button>
        )}
        panels={[
          {
            name: 'try',
            label: t('rules.try'),
            content: ({ autosave }) => <TryPanel id={id} version={value.latestVersion} autosave={autosave} />,
          },
          {
            name: 'tests',
            label: t('rules.tests'),
            content: ({ autosave }) => <TestsPanel id={id} autosave={autosave} />,
          },
          {
            name: 'analysis',
            label: t('rules.analysis'),
            content: ({ saving }) => <AnalysisPanel id={id} saves={saving.saves} />,
          },
          { name: 'versions', label: t('editor.panel.versions'), content: () => <RuleVersionsPanel id={id} /> },
        ]}
      />
      {publishing && (
        <PublishRulesDialog
          id={id}
          name={value.name ?? ''}
          autosave={publishing}
          onClose={() => setPublishing(null)}
        />
      )}
    </>
  );
}
