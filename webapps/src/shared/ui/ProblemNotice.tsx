import { Button } from '@carbon/react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../api/problem';
import { InlineNotification } from './lazyNotifications';

interface Props {
  problem: unknown;
  retry?: () => void;
  /** Whether it stands alone in the middle of an otherwise empty page. */
  standalone?: boolean;
}

/** What went wrong as a sentence, with what an administrator needs to find it in the log. */
export function ProblemNotice({ problem, retry, standalone }: Props) {
  const { t } = useTranslation();
  const known = problem instanceof ProblemError ? problem : null;
  const text = known?.isUnreachable
    ? t('problem.unreachable')
    : known?.message ?? t('problem.unexpected');
  return (
    <div className={standalone ? 'fm-standalone' : undefined}>
      <InlineNotification
        kind="error"
        lowContrast
        hideCloseButton
        title={known?.isUnreachable ? t('problem.offline') : (known?.problem.title ?? t('problem.title'))}
        subtitle={text}
      />
      {known?.problem.errors && known.problem.errors.length > 0 && (
        <ul className="fm-faults">
          {known.problem.errors.map((fault, index) => (
            <li key={index}>
              <code>{fault.pointer}</code> {fault.detail}
            </li>
          ))}
        </ul>
      )}
      {known?.requestId && (
        <p className="fm-hint">
          {t('problem.reference')} <code>{known.requestId}</code>
        </p>
      )}
      {retry && (
        <Button kind="tertiary" size="sm" onClick={retry}>
          {t('action.retry')}
        </Button>
      )}
    </div>
  );
}
