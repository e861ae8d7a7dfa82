import { Button } from '@carbon/react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '@shared/api/problem';
import type { Saving } from './autosave';

/** Says in words whether the platform has what is drawn. */
export function SaveStateText({ saving, onSave }: { saving: Saving; onSave: () => void }) {
  const { t } = useTranslation();
  const refusal =
    saving.problem instanceof ProblemError && !saving.problem.isUnreachable ? saving.problem.message : null;
  return (
    <span className="fm-row">
      <span className={saving.state === 'failed' ? 'dsg-error' : 'fm-hint'} role="status" aria-live="polite">
        {t(`editor.save.${saving.state}`)}
        {saving.state === 'failed' && ` ${refusal ?? t('problem.unreachable')}`}
      </span>
      {saving.state === 'failed' && (
        <Button kind="ghost" size="sm" onClick={onSave}>
          {t('action.retry')}
        </Button>
      )}
    </span>
  );
}
