import { Button } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body, ifMatch } from '../../../shared/api/client';
import type { PolicyView } from '../../../shared/api/schema';
import { ConfirmDialog } from '../../../shared/ui/ConfirmDialog';
import { EmptyState } from '../../../shared/ui/EmptyState';
import { Time } from '../../../shared/ui/Time';
import { DecisionTable } from '../rules/DecisionTable';
import { decisionsOf } from '../rules/dmn';
import { useRefreshPolicies } from './policies.queries';

/** What holds now. */
export function InForcePanel({ policy, etag }: { policy: PolicyView; etag: string | undefined }) {
  const { t } = useTranslation();
  const refresh = useRefreshPolicies();
  const [asks, setAsks] = useState(false);
  const { inForce } = policy;
  if (!inForce) {
    return <EmptyState title={t('admin.policies.none')} text={t('admin.policies.noneText')} />;
  }
  return (
    <div className="fm-page-part">
      <div className="fm-row">
        <span>
          {t('admin.executions.version', { version: inForce.version })} · <Time at={inForce.publishedAt} /> ·{' '}
          {inForce.publishedBy}
        </span>
        <Button kind="danger--ghost" size="sm" onClick={() => setAsks(true)}>
          {t('admin.policies.disable')}
        </Button>
      </div>
      {inForce.changelog && <p>{inForce.changelog}</p>}
      {decisionsOf(inForce.dmnXml ?? '').map((decision) => (
        <DecisionTable key={decision.id} decision={decision} />
      ))}
      {asks && (
        <ConfirmDialog
          danger
          title={t('admin.policies.disable')}
          text={t('admin.policies.disableText')}
          confirm={t('admin.policies.disable')}
          onClose={() => setAsks(false)}
          run={async () => {
            await body(api.DELETE('/policies', { params: { header: ifMatch(etag) } }));
            await refresh();
          }}
        />
      )}
    </div>
  );
}
