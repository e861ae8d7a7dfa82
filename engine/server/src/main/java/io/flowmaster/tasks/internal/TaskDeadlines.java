package io.flowmaster.tasks.internal;

import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.TenantId;
import io.flowmaster.tasks.TaskId;
import io.flowmaster.tasks.TaskSlaAtRisk;
import io.flowmaster.tasks.TaskSlaMissed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does what is due. Deadlines are rows, so a restart loses none, and each is done in one
 * transaction with its removal while its row is locked, so several nodes do it once. A task that
 * somebody works on at the very moment is left for the next look.
 */
@Component
class TaskDeadlines {
  private static final Logger LOG = LoggerFactory.getLogger(TaskDeadlines.class);
  private static final int BATCH = 100;
  private static final Duration WHILE_PAUSED = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final int MOST_DOUBLINGS = 6;
  private final JdbcTaskDeadlines deadlines;
  private final JdbcTaskStore store;
  private final TaskEscalation escalation;
  private final ApplicationEventPublisher events;
  private final CurrentActor current;
  private final TransactionTemplate transaction;
  private final Clock clock;

  TaskDeadlines(
      JdbcTaskDeadlines deadlines,
      JdbcTaskStore store,
      TaskEscalation escalation,
      ApplicationEventPublisher events,
      CurrentActor current,
      TransactionTemplate transaction,
      Clock clock) {
    this.deadlines = deadlines;
    this.store = store;
    this.escalation = escalation;
    this.events = events;
    this.current = current;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${flowmaster.tasks.deadline-check:PT5S}")
  void run() {
    Instant now = clock.instant();
    List<Deadline> due = deadlines.due(now, BATCH);
    while (!due.isEmpty()) {
      long done = due.stream().filter(deadline -> attempt(deadline, now)).count();
      due = due.size() == BATCH && done > 0 ? deadlines.due(now, BATCH) : List.of();
    }
  }

  /** True when the deadline is not due any more. */
  private boolean attempt(Deadline deadline, Instant now) {
    Actor platform = Actor.system(new TenantId(deadline.tenant()));
    try {
      return current.as(platform, () -> transaction.execute(status -> meet(deadline, now)));
    } catch (SuspendedEntityInteractionException paused) {
      deadlines.postpone(deadline, now.plus(WHILE_PAUSED));
      return true;
    } catch (RuntimeException failed) {
      Duration pause = Duration.ofMinutes(1L << Math.min(deadline.attempts(), MOST_DOUBLINGS));
      Duration bounded = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
      LOG.warn(
          "{} of task {} failed, again in {}", deadline.kind(), deadline.task(), bounded, failed);
      deadlines.postpone(deadline, now.plus(bounded));
      return true;
    }
  }

  private boolean meet(Deadline seen, Instant now) {
    Deadline deadline = deadlines.lock(seen, now).orElse(null);
    if (deadline == null) {
      if (!deadlines.isOpen(seen)) {
        deadlines.remove(seen.task());
        return true;
      }
      return false;
    }
    deadlines.remove(deadline.task(), deadline.kind(), deadline.step());
    TaskRow row = store.find(new TenantId(deadline.tenant()), deadline.task()).orElseThrow();
    act(deadline, row, now);
    return true;
  }

  private void act(Deadline deadline, TaskRow row, Instant now) {
    TenantId tenant = new TenantId(deadline.tenant());
    TaskId task = new TaskId(deadline.task());
    switch (deadline.kind()) {
      case NOT_STARTED -> {
        if (row.task().assignee() == null) {
          escalation.escalateByItself(
              row, "Nobody has started it within " + deadline.told() + ".", deadline.target());
        }
      }
      case NOT_FINISHED ->
          escalation.escalateByItself(
              row, "It is not finished within " + deadline.told() + ".", deadline.target());
      case SLA_WARNING ->
          events.publishEvent(new TaskSlaAtRisk(tenant, task, promised(deadline), now));
      case SLA_MISSED ->
          events.publishEvent(new TaskSlaMissed(tenant, task, promised(deadline), now));
    }
  }

  private Instant promised(Deadline deadline) {
    JdbcTaskDeadlines.Target target =
        deadlines.targets(List.of(deadline.task())).get(deadline.task());
    return target == null ? deadline.at() : target.dueAt();
  }
}
