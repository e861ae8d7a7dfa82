import { InlineNotification, SkeletonText } from '@carbon/react';
import { lazy, Suspense, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskDetails } from '../../../shared/api/schema';
import type { FormHandle } from '../../../shared/forms/FormView';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';
import { VariableList } from './VariableList';

const FormView = lazy(() => import('../../../shared/forms/FormView'));

type Values = Record<string, unknown>;

interface Props {
  task: TaskDetails;
  initial: Values;
  isReadOnly: boolean;
  /** Paths of fields whose value nobody has confirmed yet. */
  marked: string[];
  form: Ref<FormHandle>;
  /** What was refused and belongs to no field. */
  problem: unknown;
  onChange: (values: Values) => void;
  onSubmit: () => void;
}

/** What is to be filled in; without a form, what is known. */
export function TaskForm({ task, initial, isReadOnly, marked, form, problem, onChange, onSubmit }: Props) {
  const { t } = useTranslation();
  const kind = task.form?.type;
  return (
    <div className="en-work">
      {task.description && <p className="fm-hint">{task.description}</p>}
      {problem !== null && <ProblemNotice problem={problem} />}
      {task.process?.paused && (
        <InlineNotification
          kind="warning"
          lowContrast
          hideCloseButton
          title={t('engage.form.paused')}
          subtitle={task.process.pauseReason ?? undefined}
        />
      )}
      {kind === 'form-js' && task.form?.schema != null && (
        <Suspense fallback={<SkeletonText paragraph lineCount={6} />}>
          <FormView
            ref={form}
            label={t('engage.form.title')}
            schema={task.form.schema as object}
            initial={initial}
            isReadOnly={isReadOnly}
            marked={marked}
            onChange={onChange}
            onSubmit={onSubmit}
          />
        </Suspense>
      )}
      {task.form?.problem && (
        <InlineNotification
          kind="error"
          lowContrast
          hideCloseButton
          title={t('engage.form.broken')}
          subtitle={task.form.problem}
        />
      )}
      {(kind === 'html' || kind === 'external') && (
        <InlineNotification
          kind="info"
          lowContrast
          hideCloseButton
          title={t('engage.form.elsewhere')}
          subtitle={t(`engage.form.${kind}`, { key: task.form?.key })}
        />
      )}
      {!task.form && <p>{t('engage.form.none')}</p>}
      {kind !== 'form-js' && <VariableList variables={task.variables} />}
    </div>
  );
}
