import { Button } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskView } from '../../../shared/api/schema';
import { useHasRole } from '../../../shared/session/SessionGate';
import { lazyDialog } from '../../../shared/ui/lazyDialog';
import type { BulkKind } from './BulkDialog';

const BulkDialog = lazyDialog(async () => (await import('./BulkDialog')).BulkDialog);

/** What can be done with all ticked tasks at once. */
export function BulkBar({ tasks, onClear }: { tasks: TaskView[]; onClear: () => void }) {
  const { t } = useTranslation();
  const mayAssign = useHasRole('manager', 'admin');
  const [kind, setKind] = useState<BulkKind | null>(null);
  return (
    <section className="en-bulk" aria-label={t('engage.bulk.title')}>
      <strong aria-live="polite">{t('engage.bulk.chosen', { count: tasks.length })}</strong>
      <Button size="sm" onClick={() => setKind('claim')}>
        {t('engage.action.claim')}
      </Button>
      {mayAssign && (
        <Button size="sm" kind="tertiary" onClick={() => setKind('assign')}>
          {t('engage.action.assign')}
        </Button>
      )}
      <Button size="sm" kind="tertiary" onClick={() => setKind('release')}>
        {t('engage.action.release')}
      </Button>
      <Button size="sm" kind="tertiary" onClick={() => setKind('respond')}>
        {t('engage.action.respond')}
      </Button>
      <Button size="sm" kind="ghost" onClick={onClear}>
        {t('engage.bulk.clear')}
      </Button>
      {kind && <BulkDialog kind={kind} tasks={tasks} onClose={() => setKind(null)} onDone={onClear} />}
    </section>
  );
}
