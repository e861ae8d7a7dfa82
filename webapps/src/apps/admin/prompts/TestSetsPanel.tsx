import { Button, Tag, TextArea } from '@carbon/react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../shared/api/client';
import type { PromptRun, PromptTestSet, PromptView } from '../../../shared/api/schema';
import { EmptyState } from '../../../shared/ui/EmptyState';
import { FormDialog } from '../../../shared/ui/FormDialog';
import { PagedTable } from '../../../shared/ui/PagedTable';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';
import { Time } from '../../../shared/ui/Time';
import { Waiting } from '../../../shared/ui/Waiting';
import { useRefreshPrompts, useRuns, useTestSets } from './prompts.queries';
import { valuesIn } from './values';
import { VersionSelect } from './VersionsPanel';

const SKETCH = {
  name: '',
  target: 'RENDERED',
  gates: ['production'],
  minScore: 1,
  cases: [{ name: '', variables: {}, checks: [{ kind: 'CONTAINS', value: '' }] }],
};

/** What a version must pass, and what passed. */
export function TestSetsPanel({ prompt }: { prompt: PromptView }) {
  const { t } = useTranslation();
  const sets = useTestSets(prompt.id ?? '');
  const [edits, setEdits] = useState<PromptTestSet | 'new' | null>(null);
  if (!sets.data) {
    return <Waiting query={sets} />;
  }
  return (
    <>
      <Button size="sm" kind="tertiary" onClick={() => setEdits('new')}>
        {t('admin.prompts.newSet')}
      </Button>
      {sets.data.items?.length === 0 && (
        <EmptyState title={t('admin.prompts.noSet')} text={t('admin.prompts.noSetText')} />
      )}
      {sets.data.items?.map((set) => (
        <OneSet key={set.id} prompt={prompt} set={set} edit={() => setEdits(set)} />
      ))}
      {edits && <SetDialog prompt={prompt.id ?? ''} set={edits === 'new' ? null : edits} onClose={() => setEdits(null)} />}
    </>
  );
}

function OneSet({ prompt, set, edit }: { prompt: PromptView; set: PromptTestSet; edit: () => void }) {
  const { t } = useTranslation();
  const refresh = useRefreshPrompts();
  const id = prompt.id ?? '';
  const setId = set.id ?? '';
  const [version, setVersion] = useState(prompt.latestVersion ?? 1);
  const runs = useRuns(id, setId);
  const run = useMutation({
    mutationFn: async () => {
      await body(
        api.POST('/prompts/{id}/test-sets/{set}/runs', {
          params: { path: { id, set: setId } },
          body: { version },
        }),
      );
      await refresh();
    },
  });
  return (
    <section aria-label={set.content?.name}>
      <div className="fm-row">
        <h2>{set.content?.name}</h2>
        {set.content?.gates?.map((gate) => (
          <Tag key={gate} size="sm">
            {t('admin.prompts.gates', { label: gate })}
          </Tag>
        ))}
      </div>
      <div className="fm-filters">
        <VersionSelect
          id={`run-${setId}`}
          label={t('admin.processes.version')}
          most={prompt.latestVersion ?? 1}
          value={version}
          change={setVersion}
        />
        <Button size="sm" disabled={run.isPending} onClick={() => run.mutate()}>
          {t('admin.prompts.run')}
        </Button>
        <Button size="sm" kind="ghost" onClick={edit}>
          {t('admin.edit')}
        </Button>
      </div>
      {run.isError && <ProblemNotice problem={run.error} />}
      <PagedTable<PromptRun>
        label={t('admin.prompts.runs')}
        pages={runs}
        idOf={(one) => one.id ?? ''}
        empty={{ title: t('admin.prompts.noRun') }}
        columns={[
          { key: 'version', header: t('admin.processes.version'), cell: (one) => one.version },
          { key: 'score', header: t('admin.prompts.score'), cell: (one) => `${Math.round((one.score ?? 0) * 100)} %` },
          {
            key: 'passed',
            header: t('admin.prompts.result'),
            cell: (one) => (
              <Tag size="sm" type={!one.current ? 'gray' : one.passed ? 'green' : 'red'}>
                {t(one.passed ? 'admin.prompts.passed' : 'admin.prompts.failed')}
                {one.current ? '' : ` (${t('admin.prompts.outdated')})`}
              </Tag>
            ),
          },
          { key: 'failures', header: t('admin.prompts.failures'), cell: failuresOf },
          { key: 'at', header: t('admin.bulk.at'), cell: (one) => <Time at={one.at} /> },
        ]}
      />
    </section>
  );
}

function failuresOf(run: PromptRun) {
  return run.cases
    ?.filter((each) => each.failures?.length)
    .map((each) => `${each.name}: ${each.failures?.join(', ')}`)
    .join('; ');
}

function SetDialog({ prompt, set, onClose }: { prompt: string; set: PromptTestSet | null; onClose: () => void }) {
  const { t } = useTranslation();
  const refresh = useRefreshPrompts();
  const [text, setText] = useState(() => JSON.stringify(set?.content ?? SKETCH, null, 2));
  const content = valuesIn(text);
  return (
    <FormDialog
      size="lg"
      title={set ? t('admin.edit') : t('admin.prompts.newSet')}
      text={t('admin.prompts.setText')}
      confirm={t('action.save')}
      isReady={content !== undefined}
      onClose={onClose}
      run={async () => {
        if (set) {
          await body(
            api.PUT('/prompts/{id}/test-sets/{set}', {
              params: { path: { id: prompt, set: set.id ?? '' }, header: { 'If-Match': '*' } },
              body: content as never,
            }),
          );
        } else {
          await body(
            api.POST('/prompts/{id}/test-sets', { params: { path: { id: prompt } }, body: content as never }),
          );
        }
        await refresh();
      }}
    >
      {() => (
        <TextArea
          id="prompt-set"
          className="adm-prompt"
          labelText={t('admin.prompts.setContent')}
          rows={16}
          value={text}
          invalid={content === undefined}
          invalidText={t('admin.integrations.noObject')}
          onChange={(event) => setText(event.target.value)}
        />
      )}
    </FormDialog>
  );
}
