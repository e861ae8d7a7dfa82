import { Select, SelectItem } from '@carbon/react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, body } from '../../../shared/api/client';
import type { MigrationPreview } from '../../../shared/api/schema';
import { ConfirmDialog } from '../../../shared/ui/ConfirmDialog';
import { rowsOf } from '../../../shared/ui/pages';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';
import { useVersions } from '../processes/processes.queries';
import type { ActionProps } from './ExecutionActions';

/** Puts the execution upon another version; the platform tries it first and says what it refuses. */
export function MigrateDialog({ execution, onClose }: ActionProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const versions = rowsOf(useVersions(execution.processId ?? ''));
  const [toVersion, setVersion] = useState(0);
  const request = {
    processKey: execution.processKey ?? '',
    fromVersion: execution.version ?? 0,
    toVersion,
    ids: [execution.id ?? ''],
  };
  const preview = useQuery({
    queryKey: ['migration', request],
    queryFn: () => body(api.POST('/executions/migrate/preview', { body: request })),
    enabled: toVersion > 0,
    retry: false,
  });
  const others = versions.filter((one) => one.version !== execution.version);

  return (
    <ConfirmDialog
      asksReason
      size="md"
      title={t('admin.action.migrate.title')}
      text={t('admin.action.migrate.text', { version: execution.version })}
      confirm={t('admin.action.migrate.name')}
      isReady={preview.isSuccess && !preview.data.refused?.length}
      onClose={onClose}
      run={async (reason) => {
        const job = await body(api.POST('/executions/migrate', { body: { ...request, reason } }));
        void navigate(`/admin/bulk/${job.id}`);
      }}
    >
      {others.length === 0 && <p className="fm-hint">{t('admin.action.migrate.noOther')}</p>}
      <Select
        id="migrate-to"
        labelText={t('admin.action.migrate.to')}
        value={toVersion}
        onChange={(event) => setVersion(Number(event.target.value))}
      >
        <SelectItem value={0} text={t('admin.choose')} />
        {others.map((one) => (
          <SelectItem
            key={one.version}
            value={one.version}
            text={[one.version, one.label, one.changelog].filter(Boolean).join(' · ')}
          />
        ))}
      </Select>
      {preview.error && <ProblemNotice problem={preview.error} />}
      {preview.data && <Preview preview={preview.data} />}
    </ConfirmDialog>
  );
}

function Preview({ preview }: { preview: MigrationPreview }) {
  const { t } = useTranslation();
  return (
    <div>
      <h3>{t(preview.refused?.length ? 'admin.action.migrate.refused' : 'admin.action.migrate.fits')}</h3>
      <ul className="fm-outcomes">
        {preview.refused?.map((one) => (
          <li key={one.executionId}>{one.message}</li>
        ))}
        {preview.mapping?.map((one) => (
          <li key={one.from}>
            <code>
              {one.from} → {one.to}
            </code>
          </li>
        ))}
      </ul>
    </div>
  );
}
