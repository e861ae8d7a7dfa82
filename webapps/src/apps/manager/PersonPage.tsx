import { Button } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { api, body } from '../../shared/api/client';
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog';
import { PersonInput } from '../../shared/ui/PersonInput';
import { useUrlFilters } from '../../shared/ui/useUrlFilters';
import { TaskTable } from './TaskTable';
import { useTasks } from './tasks.queries';

/** What one person has to do, and handing it to somebody else. */
export function PersonPage() {
  const { t } = useTranslation();
  const { person = '' } = useParams();
  const filters = useUrlFilters();
  const tasks = useTasks({ view: 'all', assignee: person, sort: filters.one('sort') });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [handsOver, setHandsOver] = useState(false);
  const total = tasks.data?.pages[0]?.total ?? 0;
  return (
    <div className="fm-page">
      <div className="fm-page-head">
        <h1>{t('manager.team.of', { person })}</h1>
        <Button size="sm" disabled={total === 0} onClick={() => setHandsOver(true)}>
          {chosen.size > 0
            ? t('manager.handOver.chosen', { count: chosen.size })
            : t('manager.handOver.all')}
        </Button>
      </div>
      <TaskTable
        label={t('manager.team.of', { person })}
        pages={tasks}
        filters={filters}
        empty={{ title: t('manager.team.noTasks') }}
        selection={{ ids: chosen, change: setChosen, nameOf: (task) => task.name ?? '' }}
      />
      {handsOver && (
        <HandOverDialog
          person={person}
          ids={[...chosen]}
          count={chosen.size || total}
          onClose={() => setHandsOver(false)}
        />
      )}
    </div>
  );
}

interface HandOverProps {
  person: string;
  /** Empty: all that the person has when it is done. */
  ids: string[];
  count: number;
  onClose: () => void;
}

function HandOverDialog({ person, ids, count, onClose }: HandOverProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [to, setTo] = useState('');
  return (
    <ConfirmDialog
      asksReason
      title={t('manager.handOver.title')}
      text={t('manager.handOver.text', { count, person })}
      confirm={t('manager.handOver.confirm')}
      onClose={onClose}
      run={async (reason) => {
        const job = await body(
          api.POST('/tasks/bulk', {
            body: {
              action: 'ASSIGN',
              assignee: to.trim() || undefined,
              reason,
              ...(ids.length > 0 ? { ids } : { query: { view: 'all', assignee: person } }),
            },
          }),
        );
        void navigate(`/manager/bulk/${job.id}`);
      }}
    >
      <PersonInput
        label={t('manager.handOver.to')}
        helperText={t('manager.handOver.empty')}
        value={to}
        change={setTo}
      />
    </ConfirmDialog>
  );
}
