import { Button, Select, SelectItem } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../shared/api/client';
import type { PromptVersion, PromptView } from '../../../shared/api/schema';
import { FormDialog } from '../../../shared/ui/FormDialog';
import { PagedTable } from '../../../shared/ui/PagedTable';
import { TextField } from '../../../shared/ui/TextField';
import { Time } from '../../../shared/ui/Time';
import { Waiting } from '../../../shared/ui/Waiting';
import { useDiff, useRefreshPrompts, useVersions } from './prompts.queries';
import { Labels } from './PromptsPage';

/** All versions, which labels they have, and what differs between two. */
export function VersionsPanel({ prompt }: { prompt: PromptView }) {
  const { t } = useTranslation();
  const id = prompt.id ?? '';
  const versions = useVersions(id);
  const latest = prompt.latestVersion ?? 1;
  const [from, setFrom] = useState(Math.max(1, prompt.labels?.production ?? latest - 1));
  const [to, setTo] = useState(latest);
  const [labels, setLabels] = useState<number | null>(null);
  return (
    <>
      <PagedTable<PromptVersion>
        label={t('admin.prompts.tab.versions')}
        pages={versions}
        idOf={(version) => `${version.version}`}
        empty={{ title: t('admin.prompts.none') }}
        columns={[
          { key: 'version', header: t('admin.processes.version'), cell: (version) => version.version },
          {
            key: 'labels',
            header: t('admin.prompts.labels'),
            cell: (version) => <Labels labels={labelsOf(prompt, version.version)} />,
          },
          { key: 'changelog', header: t('admin.processes.changelog'), cell: (version) => version.changelog },
          {
            key: 'by',
            header: t('admin.bulk.at'),
            cell: (version) => (
              <>
                <Time at={version.createdAt} /> <span className="fm-hint">{version.createdBy}</span>
              </>
            ),
          },
          {
            key: 'label',
            header: t('admin.actions'),
            cell: (version) => (
              <Button
                size="sm"
                kind="ghost"
                aria-label={t('admin.prompts.labelNamed', { version: version.version })}
                onClick={() => setLabels(version.version ?? null)}
              >
                {t('admin.prompts.label')}
              </Button>
            ),
          },
        ]}
      />
      <h2>{t('admin.prompts.compare')}</h2>
      <div className="fm-filters">
        <VersionSelect id="diff-from" label={t('admin.prompts.from')} most={latest} value={from} change={setFrom} />
        <VersionSelect id="diff-to" label={t('admin.prompts.to')} most={latest} value={to} change={setTo} />
      </div>
      <Diff id={id} from={from} to={to} />
      {labels !== null && <LabelDialog id={id} version={labels} onClose={() => setLabels(null)} />}
    </>
  );
}

function labelsOf(prompt: PromptView, version: number | undefined): Record<string, number> {
  return Object.fromEntries(Object.entries(prompt.labels ?? {}).filter(([, labelled]) => labelled === version));
}

interface SelectProps {
  id: string;
  label: string;
  most: number;
  value: number;
  change: (version: number) => void;
}

/** The last hundred of them: who needs an older one asks the API. */
export function VersionSelect({ id, label, most, value, change }: SelectProps) {
  const first = Math.max(1, most - 99);
  return (
    <Select id={id} size="sm" labelText={label} value={value} onChange={(event) => change(Number(event.target.value))}>
      {Array.from({ length: most - first + 1 }, (_, index) => most - index).map((version) => (
        <SelectItem key={version} value={version} text={`${version}`} />
      ))}
    </Select>
  );
}

const SIGN = { BOTH: ' ', REMOVED: '−', ADDED: '+' } as const;

function Diff({ id, from, to }: { id: string; from: number; to: number }) {
  const { t } = useTranslation();
  const diff = useDiff(id, from, to);
  if (!diff.data) {
    return <Waiting query={diff} />;
  }
  return (
    <pre className="adm-prompt-text" tabIndex={0} aria-label={t('admin.prompts.compare')}>
      {diff.data.lines?.map((line, index) => (
        <span key={index} className={`adm-diff-${(line.kind ?? 'BOTH').toLowerCase()}`}>
          {SIGN[line.kind ?? 'BOTH']} {line.text}
          {'\n'}
        </span>
      ))}
    </pre>
  );
}

function LabelDialog({ id, version, onClose }: { id: string; version: number; onClose: () => void }) {
  const { t } = useTranslation();
  const refresh = useRefreshPrompts();
  const [label, setLabel] = useState('production');
  return (
    <FormDialog
      title={t('admin.prompts.labelNamed', { version })}
      text={t('admin.prompts.labelText')}
      confirm={t('action.save')}
      isReady={/^[a-z][a-z0-9-]{0,39}$/.test(label)}
      onClose={onClose}
      run={async () => {
        await body(
          api.PUT('/prompts/{id}/labels/{label}', { params: { path: { id, label } }, body: { version } }),
        );
        await refresh();
      }}
    >
      {() => (
        <TextField
          id="prompt-label"
          labelText={t('admin.prompts.label')}
          value={label}
          onChange={(event) => setLabel(event.target.value)}
        />
      )}
    </FormDialog>
  );
}
