import { Button, Tag } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body, ifMatch } from '../../../shared/api/client';
import type { PolicyVersion } from '../../../shared/api/schema';
import { ConfirmDialog } from '../../../shared/ui/ConfirmDialog';
import { PagedTable } from '../../../shared/ui/PagedTable';
import { Time } from '../../../shared/ui/Time';
import { usePolicyVersions, useRefreshPolicies } from './policies.queries';

/** What was in force when, and going back to it. */
export function VersionsPanel({ inForce, etag }: { inForce: number | undefined; etag: string | undefined }) {
  const { t } = useTranslation();
  const versions = usePolicyVersions();
  const refresh = useRefreshPolicies();
  const [back, setBack] = useState<number | null>(null);
  return (
    <>
      <PagedTable<PolicyVersion>
        label={t('admin.policies.tab.versions')}
        pages={versions}
        idOf={(one) => String(one.version)}
        empty={{ title: t('admin.processes.noVersions') }}
        columns={[
          {
            key: 'version',
            header: t('admin.processes.version'),
            cell: ({ version }) => (
              <>
                {version}{' '}
                {version === inForce && (
                  <Tag size="sm" type="green">
                    {t('admin.policies.tab.now')}
                  </Tag>
                )}
              </>
            ),
          },
          {
            key: 'log',
            header: t('admin.processes.changelog'),
            cell: ({ changelog, rolledBackTo }) =>
              changelog ?? (rolledBackTo ? t('admin.policies.asIn', { version: rolledBackTo }) : '–'),
          },
          {
            key: 'published',
            header: t('admin.processes.published'),
            cell: ({ publishedAt, publishedBy }) => (
              <>
                <Time at={publishedAt} /> · {publishedBy}
              </>
            ),
          },
          {
            key: 'actions',
            header: t('admin.actions'),
            cell: ({ version }) =>
              version !== inForce && (
                <Button
                  kind="ghost"
                  size="sm"
                  aria-label={t('admin.policies.backTo', { version })}
                  onClick={() => setBack(version ?? null)}
                >
                  {t('admin.policies.back')}
                </Button>
              ),
          },
        ]}
      />
      {back !== null && (
        <ConfirmDialog
          title={t('admin.policies.backTo', { version: back })}
          text={t('admin.policies.backText')}
          confirm={t('admin.policies.back')}
          onClose={() => setBack(null)}
          run={async () => {
            await body(
              api.POST('/policies/rollback', { params: { header: ifMatch(etag) }, body: { version: back } }),
            );
            await refresh();
          }}
        />
      )}
    </>
  );
}
