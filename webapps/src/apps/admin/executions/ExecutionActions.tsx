import { Button } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExecutionView } from '../../../shared/api/schema';
import { CancelDialog, PauseDialog, ResumeDialog } from './ControlDialogs';
import { MigrateDialog } from './MigrateDialog';
import { MoveDialog } from './MoveDialog';
import { RestartDialog } from './RestartDialog';
import { RetryDialog } from '../../../shared/executions/RetryDialog';
import { actionsFor, type Action } from './rules';
import { StepBackDialog } from './StepBackDialog';

const DIALOGS = {
  retry: RetryDialog,
  pause: PauseDialog,
  resume: ResumeDialog,
  move: MoveDialog,
  stepBack: StepBackDialog,
  migrate: MigrateDialog,
  restart: RestartDialog,
  cancel: CancelDialog,
};

export interface ActionProps {
  execution: ExecutionView;
  onClose: () => void;
}

/** Everything that can be done with an execution; each says first what it will do. */
export function ExecutionActions({ execution }: { execution: ExecutionView }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Action | null>(null);
  const Dialog = open && DIALOGS[open];
  return (
    <div className="fm-row" role="group" aria-label={t('admin.actions')}>
      {actionsFor(execution).map((action) => (
        <Button
          key={action}
          size="sm"
          kind={action === 'retry' ? 'primary' : action === 'cancel' ? 'danger--ghost' : 'ghost'}
          onClick={() => setOpen(action)}
        >
          {t(action === 'retry' ? 'executionWork.retry.name' : `admin.action.${action}.name`)}
        </Button>
      ))}
      {Dialog && <Dialog execution={execution} onClose={() => setOpen(null)} />}
    </div>
  );
}
