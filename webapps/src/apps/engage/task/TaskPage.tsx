import { SkeletonText } from '@carbon/react';
import { ArrowLeft } from '@carbon/icons-react';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';
import { readParams, writeParams } from '../inbox/params';
import { markSeen } from '../../../shared/ui/seenTasks';
import './task.scss';
import { useSmartForm } from './assist/assist.queries';
import { guessesOf } from './assist/suggest';
import { usePatience } from './assist/usePatience';
import { useTask } from './task.queries';
import { TaskWork } from './TaskWork';

/** One task with all that is needed to answer it. */
export default function TaskPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const list = useMemo(() => readParams(search), [search]);
  const task = useTask(id);
  const smartForm = useSmartForm(id);
  const isPatient = usePatience(id);
  const guesses = useMemo(() => (smartForm.data ? guessesOf(smartForm.data) : []), [smartForm.data]);
  const isWaiting = smartForm.isLoading && isPatient;

  useEffect(() => {
    if (task.isSuccess) {
      markSeen(id);
    }
  }, [id, task.isSuccess]);

  return (
    <div className="en-task">
      <Link className="en-back" to={`/engage${writeParams(list)}`}>
        <ArrowLeft /> {t('engage.toInbox')}
      </Link>
      {task.data && !isWaiting ? (
        <TaskWork key={id} latest={task.data} list={list} guesses={guesses} />
      ) : task.error ? (
        <ProblemNotice problem={task.error} retry={() => void task.refetch()} standalone />
      ) : (
        <SkeletonText heading paragraph lineCount={8} />
      )}
    </div>
  );
}
