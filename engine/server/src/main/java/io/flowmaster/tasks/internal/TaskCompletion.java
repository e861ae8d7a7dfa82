package io.flowmaster.tasks.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.engine.EngineBatch;
import io.flowmaster.engine.EngineVariables;
import io.flowmaster.platform.AccessPolicy.Action;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.TaskAnswered;
import io.flowmaster.tasks.InvalidResponse;
import io.flowmaster.tasks.NextStepFailed;
import io.flowmaster.tasks.TaskAlreadyClaimed;
import io.flowmaster.tasks.TaskDetails;
import io.flowmaster.tasks.TaskDraftSaved;
import io.flowmaster.tasks.TaskId;
import io.flowmaster.tasks.TaskInDelegation;
import io.flowmaster.tasks.TaskNotYours;
import io.flowmaster.tasks.TaskResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Answers to tasks: drafts, responses, and what a delegate found out. */
@Component
class TaskCompletion {
  private static final Logger LOG = LoggerFactory.getLogger(TaskCompletion.class);
  private final TaskAttempt attempt;
  private final TaskAnswers answers;
  private final JdbcTaskPapers papers;
  private final JdbcTaskStore store;
  private final RowsInHand inHand;
  private final JdbcTaskTrail trail;
  private final JdbcTaskComments comments;
  private final TaskService tasks;
  private final EngineBatch batch;
  private final EngineVariables variables;
  private final CurrentActor current;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  TaskCompletion(
      TaskAttempt attempt,
      TaskAnswers answers,
      JdbcTaskPapers papers,
      JdbcTaskStore store,
      RowsInHand inHand,
      JdbcTaskTrail trail,
      JdbcTaskComments comments,
      TaskService tasks,
      EngineBatch batch,
      EngineVariables variables,
      CurrentActor current,
      ApplicationEventPublisher events,
      Clock clock) {
    this.attempt = attempt;
    this.answers = answers;
    this.papers = papers;
    this.store = store;
    this.inHand = inHand;
    this.trail = trail;
    this.comments = comments;
    this.tasks = tasks;
    this.batch = batch;
    this.variables = variables;
    this.current = current;
    this.events = events;
    this.clock = clock;
  }

  TaskRow respond(TaskId id, TaskResponse response, @Nullable String ifMatch) {
    return attempt.on(
        id,
        ifMatch,
        Action.RESPOND,
        TaskCompletion::mayWork,
        (rights, row) -> {
          Actor me = current.get();
          requireWorker(rights, row);
          if (row.task().isDelegated()) {
            throw new TaskInDelegation(
                "The task is delegated by " + row.task().owner() + ". Resolve it instead.");
          }
          TaskAnswers.Accepted accepted = complete(me, row, response);
          keepOutcome(row, response.outcome());
          record(me, row, response, accepted);
          events.publishEvent(new TaskAnswered(me.tenant(), row.id(), accepted.variables()));
        });
  }

  /** An open task has none before. */
  private void keepOutcome(TaskRow row, @Nullable String outcome) {
    if (outcome != null) {
      store.keepOutcome(row.id(), outcome);
      inHand.amended(row.withOutcome(outcome));
    }
  }

  /**
   * In one command of the engine, which reads the task of a process and its variables once. A task
   * of its own would forget there what answered it.
   */
  private TaskAnswers.Accepted complete(Actor me, TaskRow row, TaskResponse response) {
    JsonNode schema = answers.schema(row.task());
    InvalidResponse[] refused = new InvalidResponse[1];
    TaskAnswers.@Nullable Accepted accepted =
        stepping(row, () -> complete(me, row, accepted(row, response, schema, refused)));
    if (accepted == null) {
      throw Objects.requireNonNull(refused[0]);
    }
    return accepted;
  }

  /** What the form refuses is no failure of the engine's, and nothing is written yet. */
  private TaskAnswers.@Nullable Accepted accepted(
      TaskRow row, TaskResponse response, @Nullable JsonNode schema, InvalidResponse[] refused) {
    try {
      return answers.accept(row.task(), response, schema);
    } catch (InvalidResponse e) {
      refused[0] = e;
      return null;
    }
  }

  private TaskAnswers.@Nullable Accepted complete(
      Actor me, TaskRow row, TaskAnswers.@Nullable Accepted accepted) {
    if (accepted != null) {
      if (row.task().assignee() == null) {
        tasks.claim(row.id(), me.id().value());
      }
      keepOwn(row, accepted);
      tasks.complete(row.id(), variables.toEngine(accepted.variables()));
    }
    return accepted;
  }

  private <T> T stepping(TaskRow row, Supplier<T> work) {
    try {
      return row.task().process() == null ? work.get() : batch.together(work);
    } catch (RuntimeException refused) {
      if (EngineRefusals.isKnown(refused)) {
        throw refused;
      }
      LOG.warn("the step after task {} failed", row.id(), refused);
      throw new NextStepFailed(EngineRefusals.reason(refused));
    }
  }

  /** The engine drops what answers a task that has no execution to keep it. */
  private void keepOwn(TaskRow row, TaskAnswers.Accepted accepted) {
    if (row.task().process() == null) {
      tasks.setVariables(row.id(), variables.toEngine(accepted.variables()));
    }
  }

  TaskRow resolve(TaskId id, TaskResponse result, @Nullable String ifMatch) {
    return attempt.on(
        id,
        ifMatch,
        Action.RESPOND,
        (who, row) -> TaskAccess.isAssignee(who, row.task()),
        (rights, row) -> {
          if (!row.task().isDelegated()) {
            throw new TaskInDelegation("The task is not delegated. Respond to it instead.");
          }
          if (!TaskAccess.isAssignee(rights, row.task())) {
            throw new TaskNotYours("Only " + row.task().assignee() + " resolves the delegation.");
          }
          TaskAnswers.Accepted accepted =
              answers.accept(row.task(), result, answers.schema(row.task()));
          keepOwn(row, accepted);
          tasks.resolveTask(row.id(), variables.toEngine(accepted.variables()));
          record(current.get(), row, result, accepted);
        });
  }

  private void record(Actor me, TaskRow row, TaskResponse response, TaskAnswers.Accepted accepted) {
    Instant now = clock.instant();
    trail.append(row.task().tenant(), row.id(), now, me.id().value(), accepted.changes());
    if (response.comment() != null && !response.comment().isBlank()) {
      comments.add(row, me, response.comment(), now);
    }
    papers.dropDraft(row.id());
  }

  TaskDetails.Draft draft(TaskId id, TaskResponse draft) {
    Actor me = current.get();
    Instant now = clock.instant();
    attempt.on(
        id,
        null,
        Action.RESPOND,
        TaskCompletion::mayWork,
        (rights, row) -> {
          requireWorker(rights, row);
          store.lock(List.of(row.id()));
          papers.keepDraft(row.task().tenant(), row.id(), me.id().value(), now, draft);
          events.publishEvent(new TaskDraftSaved(me.tenant(), id, me.id().value(), now));
        });
    return new TaskDetails.Draft(draft.variables(), draft.outcome(), me.id().value(), now);
  }

  private static boolean mayWork(Actor who, TaskRow row) {
    return TaskAccess.mayWork(who, row.task());
  }

  private static void requireWorker(Actor me, TaskRow row) {
    String assignee = row.task().assignee();
    if (TaskAccess.mayWork(me, row.task())) {
      return;
    }
    if (assignee != null) {
      throw new TaskAlreadyClaimed(assignee);
    }
    throw new TaskNotYours("The task is not offered to you. Ask a manager to assign it to you.");
  }
}
