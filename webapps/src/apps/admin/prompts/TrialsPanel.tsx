import { Button, NumberInput, Select, SelectItem, Tag } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../shared/api/client';
import type { PromptTrial, PromptTrialSide, PromptView } from '../../../shared/api/schema';
import { ConfirmDialog } from '../../../shared/ui/ConfirmDialog';
import { FormDialog } from '../../../shared/ui/FormDialog';
import { PagedTable } from '../../../shared/ui/PagedTable';
import { Time } from '../../../shared/ui/Time';
import { useRefreshPrompts, useTrials } from './prompts.queries';
import { VersionSelect } from './VersionsPanel';

/** Two versions under one label, compared by what comes of them. */
export function TrialsPanel({ prompt }: { prompt: PromptView }) {
  const { t } = useTranslation();
  const trials = useTrials(prompt.id ?? '');
  const [begins, setBegins] = useState(false);
  const [ends, setEnds] = useState<{ trial: PromptTrial; adopt: boolean } | null>(null);
  const labels = Object.keys(prompt.labels ?? {});
  return (
    <>
      <Button size="sm" kind="tertiary" disabled={labels.length === 0} onClick={() => setBegins(true)}>
        {t('admin.prompts.beginTrial')}
      </Button>
      <PagedTable<PromptTrial>
        label={t('admin.prompts.tab.trials')}
        pages={trials}
        idOf={(trial) => trial.id ?? ''}
        empty={{ title: t('admin.prompts.noTrial'), text: t('admin.prompts.noTrialText') }}
        columns={[
          { key: 'label', header: t('admin.prompts.label'), cell: (trial) => trial.label },
          { key: 'present', header: t('admin.prompts.present'), cell: (trial) => <Side side={trial.present} /> },
          {
            key: 'challenger',
            header: t('admin.prompts.challenger'),
            cell: (trial) => (
              <>
                <Side side={trial.challenger} /> <span className="fm-hint">{trial.share} %</span>
              </>
            ),
          },
          {
            key: 'significant',
            header: t('admin.prompts.result'),
            cell: (trial) => (
              <Tag size="sm" type={trial.significant ? 'green' : 'gray'}>
                {t(trial.significant ? 'admin.prompts.significant' : 'admin.prompts.chance')}
              </Tag>
            ),
          },
          { key: 'begun', header: t('admin.executions.started'), cell: (trial) => <Time at={trial.begunAt} /> },
          {
            key: 'end',
            header: t('admin.executions.ended'),
            cell: (trial) =>
              trial.endedAt ? (
                <Time at={trial.endedAt} />
              ) : (
                <>
                  <Button size="sm" kind="ghost" onClick={() => setEnds({ trial, adopt: true })}>
                    {t('admin.prompts.adopt')}
                  </Button>
                  <Button size="sm" kind="ghost" onClick={() => setEnds({ trial, adopt: false })}>
                    {t('admin.prompts.end')}
                  </Button>
                </>
              ),
          },
        ]}
      />
      {begins && <BeginDialog prompt={prompt} labels={labels} onClose={() => setBegins(false)} />}
      {ends && <EndDialog prompt={prompt.id ?? ''} {...ends} onClose={() => setEnds(null)} />}
    </>
  );
}

function Side({ side }: { side: PromptTrialSide | undefined }) {
  const { t } = useTranslation();
  const mean = side?.mean == null ? '–' : side.mean.toFixed(2);
  return t('admin.prompts.side', { version: side?.version, mean, results: side?.results });
}

function BeginDialog({ prompt, labels, onClose }: { prompt: PromptView; labels: string[]; onClose: () => void }) {
  const { t } = useTranslation();
  const refresh = useRefreshPrompts();
  const [label, setLabel] = useState(labels.includes('production') ? 'production' : (labels[0] ?? ''));
  const [challenger, setChallenger] = useState(prompt.latestVersion ?? 1);
  const [share, setShare] = useState(20);
  return (
    <FormDialog
      title={t('admin.prompts.beginTrial')}
      text={t('admin.prompts.trialText')}
      confirm={t('admin.prompts.beginTrial')}
      isReady={share >= 1 && share <= 99}
      onClose={onClose}
      run={async () => {
        await body(
          api.POST('/prompts/{id}/trials', {
            params: { path: { id: prompt.id ?? '' } },
            body: { label, challenger, share },
          }),
        );
        await refresh();
      }}
    >
      {() => (
        <>
          <Select
            id="trial-label"
            labelText={t('admin.prompts.label')}
            value={label}
            onChange={(event) => setLabel(event.target.value)}
          >
            {labels.map((one) => (
              <SelectItem key={one} value={one} text={one} />
            ))}
          </Select>
          <VersionSelect
            id="trial-challenger"
            label={t('admin.prompts.challenger')}
            most={prompt.latestVersion ?? 1}
            value={challenger}
            change={setChallenger}
          />
          <NumberInput
            id="trial-share"
            label={t('admin.prompts.share')}
            min={1}
            max={99}
            value={share}
            onChange={(_, { value }) => setShare(Number(value))}
          />
        </>
      )}
    </FormDialog>
  );
}

function EndDialog(props: { prompt: string; trial: PromptTrial; adopt: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const { prompt, trial, adopt, onClose } = props;
  const refresh = useRefreshPrompts();
  return (
    <ConfirmDialog
      title={t(adopt ? 'admin.prompts.adopt' : 'admin.prompts.end')}
      text={t(adopt ? 'admin.prompts.adoptText' : 'admin.prompts.endText', { version: trial.challenger?.version })}
      confirm={t(adopt ? 'admin.prompts.adopt' : 'admin.prompts.end')}
      onClose={onClose}
      run={async () => {
        await body(
          api.POST('/prompts/{id}/trials/{trial}/end', {
            params: { path: { id: prompt, trial: trial.id ?? '' } },
            body: { adopt },
          }),
        );
        await refresh();
      }}
    />
  );
}
