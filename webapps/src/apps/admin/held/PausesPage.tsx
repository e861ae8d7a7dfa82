import { Button } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../shared/api/client';
import type { WorkPause } from '../../../shared/api/schema';
import { ConfirmDialog } from '../../../shared/ui/ConfirmDialog';
import { PagedTable } from '../../../shared/ui/PagedTable';
import { Time } from '../../../shared/ui/Time';
import { useToasts } from '../../../shared/ui/Toasts';
import { NewPauseDialog } from './NewPauseDialog';
import { usePauses, useRefreshHeld } from './held.queries';

/** Work that is held back while something that it needs is out of order. */
export function PausesPage() {
  const { t } = useTranslation();
  const pauses = usePauses();
  const [adds, setAdds] = useState(false);
  const [lifted, setLifted] = useState<WorkPause | null>(null);
  return (
    <div className="fm-page">
      <div className="fm-page-head">
        <h1>{t('admin.nav.pauses')}</h1>
        <Button size="sm" onClick={() => setAdds(true)}>
          {t('admin.held.add')}
        </Button>
      </div>
      <PagedTable<WorkPause>
        label={t('admin.nav.pauses')}
        pages={pauses}
        idOf={(pause) => pause.id ?? ''}
        empty={{ title: t('admin.held.none'), text: t('admin.held.noneText') }}
        columns={[
          { key: 'what', header: t('admin.held.what'), cell: (pause) => <code>{nameOf(pause)}</code> },
          { key: 'held', header: t('admin.held.held'), cell: (pause) => pause.held },
          { key: 'reason', header: t('admin.held.reason'), cell: (pause) => pause.reason ?? '–' },
          { key: 'by', header: t('admin.bulk.by'), cell: (pause) => pause.createdBy },
          { key: 'since', header: t('admin.users.joined'), cell: (pause) => <Time at={pause.createdAt} /> },
          {
            key: 'actions',
            header: t('admin.actions'),
            cell: (pause) => (
              <Button
                kind="ghost"
                size="sm"
                aria-label={t('admin.held.liftNamed', { name: nameOf(pause) })}
                onClick={() => setLifted(pause)}
              >
                {t('admin.held.lift')}
              </Button>
            ),
          },
        ]}
      />
      {adds && <NewPauseDialog onClose={() => setAdds(false)} />}
      {lifted && <LiftDialog pause={lifted} onClose={() => setLifted(null)} />}
    </div>
  );
}

function nameOf(pause: WorkPause): string {
  return [pause.processKey, pause.topic ?? pause.activityId].filter(Boolean).join(' · ');
}

function LiftDialog({ pause, onClose }: { pause: WorkPause; onClose: () => void }) {
  const { t } = useTranslation();
  const refresh = useRefreshHeld();
  const toasts = useToasts();
  return (
    <ConfirmDialog
      title={t('admin.held.liftNamed', { name: nameOf(pause) })}
      text={t('admin.held.liftText', { count: pause.held ?? 0 })}
      confirm={t('admin.held.lift')}
      onClose={onClose}
      run={async () => {
        await body(api.DELETE('/executions/pauses/{id}', { params: { path: { id: pause.id ?? '' } } }));
        toasts.done(t('admin.held.lifted'));
        await refresh();
      }}
    />
  );
}
