import { Button, InlineNotification } from '@carbon/react';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ProblemError } from '../../../shared/api/problem';
import type { FormHandle } from '../../../shared/forms/FormView';
import { useSession } from '../../../shared/session/SessionGate';
import { useToasts } from '../../../shared/ui/Toasts';
import { useNarrow } from '../useNarrow';
import { writeParams, type InboxParams } from '../inbox/params';
import { nextTask, useSeesAll } from '../tasks.queries';
import { AnswerBar, type Answer } from './AnswerBar';
import { withValue, type Guess } from './assist/suggest';
import { useGuesses } from './assist/useGuesses';
import { Briefing } from './Briefing';
import { ConflictDialog } from './ConflictDialog';
import { isForeign } from './conflict';
import { Panels } from './Panels';
import { TaskForm } from './TaskForm';
import { TaskHeader } from './TaskHeader';
import { detailKey, readTask, useResolve, useRespond, type ReadTask } from './task.queries';
import { useDraft } from './useDraft';

type Values = Record<string, unknown>;

const Suggested = lazy(() => import('./assist/Suggested'));

interface Props {
  latest: ReadTask;
  list: InboxParams;
  /** What may be filled in for the person. */
  guesses: Guess[];
}

/** A task being worked on: what was typed stays, whatever the platform says meanwhile. */
export function TaskWork({ latest, list, guesses }: Props) {
  const { t } = useTranslation();
  const { tenant, userId } = useSession();
  const seesAll = useSeesAll();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const toasts = useToasts();
  const isNarrow = useNarrow('60rem');
  const id = latest.value.id ?? '';
  const [base, setBase] = useState(latest);
  const mayFill = latest.value.allowedActions?.some((action) => action === 'RESPOND' || action === 'RESOLVE');
  const help = useGuesses(mayFill ? guesses : [], valuesOf(latest));
  const [opened, setOpened] = useState({ round: 0, values: help.filled });
  const mine = useRef(opened.values);
  const form = useRef<FormHandle>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [conflict, setConflict] = useState<ReadTask | null>(null);
  const respond = useRespond(id);
  const resolve = useResolve(id);
  const task = latest.value;
  const actions = new Set(task.allowedActions);
  const draft = useDraft(id, actions.has('DRAFT'));
  const mayAnswer = actions.has('RESPOND') || actions.has('RESOLVE');

  async function answer({ outcome, comment }: Answer, etag = base.etag) {
    const checked = form.current?.check() ?? { values: {}, isValid: true };
    setProblem(null);
    if (!checked.isValid) {
      return;
    }
    const request = { answer: { variables: checked.values, outcome, comment }, etag };
    try {
      await (actions.has('RESOLVE') ? resolve : respond).mutateAsync(request);
    } catch (refusal) {
      await refused(refusal);
      return;
    }
    draft.stop();
    toasts.done(t('engage.done.answered', { name: task.name }));
    await goOn();
  }

  async function refused(refusal: unknown) {
    if (refusal instanceof ProblemError && refusal.status === 422) {
      const rest = form.current?.show(refusal.problem.errors ?? []) ?? refusal.problem.errors ?? [];
      setProblem(rest.length > 0 ? refusal : null);
    } else if (refusal instanceof ProblemError && (refusal.status === 409 || refusal.status === 412)) {
      await showConflict(refusal);
    } else {
      setProblem(refusal);
    }
  }

  async function showConflict(reason: unknown) {
    try {
      setConflict(await readTask(id));
    } catch {
      setProblem(reason);
    }
  }

  async function goOn() {
    const next = await nextTask(queries, tenant, seesAll, list, id).catch(() => undefined);
    void navigate(next ? `/engage/tasks/${next.id}${writeParams(list)}` : `/engage${writeParams(list)}`);
  }

  /** After a change of one's own, that is what one works against. */
  async function catchUp() {
    const now = await readTask(id);
    queries.setQueryData(detailKey(tenant, id), now);
    setBase(now);
  }

  function takeTheirs(theirs: ReadTask) {
    draft.stop();
    const values = valuesOf(theirs);
    mine.current = values;
    setBase(theirs);
    setOpened(({ round }) => ({ round: round + 1, values }));
    help.drop(help.placed.map(({ path }) => path));
    setConflict(null);
  }

  /** The form is drawn anew, with what was typed and these values. */
  function redraw(values: Values) {
    mine.current = values;
    setOpened(({ round }) => ({ round: round + 1, values }));
  }

  function takeOut(path: string) {
    const values = withValue(mine.current, path, null);
    redraw(values);
    help.drop([path]);
    draft.change(values);
  }

  const work = (
    <>
      {(help.placed.length > 0 || help.offered.length > 0) && (
        <Suspense fallback={null}>
          <Suggested
            open={help.placed}
            offered={help.offered}
            onConfirm={help.drop}
            onRemove={takeOut}
            onFillIn={() => redraw(help.take(mine.current))}
          />
        </Suspense>
      )}
    <TaskForm
      key={opened.round}
      marked={help.placed.map(({ path }) => path)}
      task={task}
      initial={opened.values}
      isReadOnly={!mayAnswer && !actions.has('DRAFT')}
      form={form}
      problem={problem}
      onChange={(values) => {
        mine.current = { ...mine.current, ...values };
        help.heard(mine.current);
        draft.change(values);
      }}
      onSubmit={() => void answer({})}
    />
    </>
  );

  return (
    <>
      <TaskHeader task={task} onChanged={() => void catchUp()} />
      {isForeign(latest, base, userId) && (
        <div className="en-foreign" role="status">
          <InlineNotification kind="info" lowContrast hideCloseButton title={t('engage.conflict.changed')} />
          <Button size="sm" kind="tertiary" onClick={() => setConflict(latest)}>
            {t('engage.conflict.look')}
          </Button>
        </div>
      )}
      <Panels isNarrow={isNarrow} briefing={<Briefing task={task} />} work={work} task={task} />
      <AnswerBar
        task={task}
        draftState={draft.state}
        isBusy={respond.isPending || resolve.isPending}
        onSaveDraft={() => void draft.saveNow()}
        onAnswer={(given) => void answer(given)}
      />
      {conflict && (
        <ConflictDialog
          theirs={conflict}
          mine={mine.current}
          base={base.value}
          onTakeTheirs={() => takeTheirs(conflict)}
          onKeepMine={() => {
            setBase(conflict);
            setConflict(null);
          }}
          onNext={() => void goOn()}
          onClose={() => setConflict(null)}
        />
      )}
    </>
  );
}

function valuesOf({ value }: ReadTask): Values {
  return { ...value.variables, ...value.draft?.variables };
}
