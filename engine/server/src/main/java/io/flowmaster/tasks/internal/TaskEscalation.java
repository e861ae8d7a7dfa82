package io.flowmaster.tasks.internal;

import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Problem.FieldError;
import io.flowmaster.tasks.TaskEscalated;
import io.flowmaster.tasks.TaskId;
import io.flowmaster.tasks.TaskView;
import io.flowmaster.tasks.UnknownAssignee;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Asks for help with a task. The assignee keeps it; the group or user that it is escalated to sees
 * it and, once it is released, may claim it. Managers may reassign it at once.
 */
@Component
class TaskEscalation {
  private final TaskAttempt attempt;
  private final TaskPeople people;
  private final JdbcTaskStore store;
  private final JdbcTaskTrail trail;
  private final TaskService tasks;
  private final TasksProperties properties;
  private final CurrentActor current;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  TaskEscalation(
      TaskAttempt attempt,
      TaskPeople people,
      JdbcTaskStore store,
      JdbcTaskTrail trail,
      TaskService tasks,
      TasksProperties properties,
      CurrentActor current,
      ApplicationEventPublisher events,
      Clock clock) {
    this.attempt = attempt;
    this.people = people;
    this.store = store;
    this.trail = trail;
    this.tasks = tasks;
    this.properties = properties;
    this.current = current;
    this.events = events;
    this.clock = clock;
  }

  void escalate(TaskId id, String reason, @Nullable String to) {
    attempt.on(id, null, row -> escalate(id, row, reason, to));
  }

  /**
   * Escalates because time has passed, in the name of the platform. Nobody can be told that the
   * group or user does not exist (any more): the platform's escalation group is asked then.
   */
  void escalateByItself(TaskRow row, String reason, @Nullable String to) {
    boolean known = to == null || people.isGroup(to) || people.isUser(to);
    String why = known ? reason : reason + " There is no group or user " + to + ".";
    escalate(new TaskId(row.id()), row, why, known ? to : null);
  }

  private void escalate(TaskId id, TaskRow row, String reason, @Nullable String to) {
    String target = offer(row.task(), to);
    String me = current.get().id().value();
    Instant now = clock.instant();
    store.escalate(row.id(), new TaskView.Escalation(now, me, target, reason));
    TaskView.Escalation former = row.escalation();
    trail.append(
        row.task().tenant(),
        row.id(),
        now,
        me,
        List.of(
            new TaskDifference.Change(
                "escalation", former == null ? null : former.reason(), reason)));
    events.publishEvent(new TaskEscalated(current.tenant(), id, reason, target, me, now));
  }

  /** A name that is both a group's and a user's means the group. */
  private @Nullable String offer(EngineTask task, @Nullable String to) {
    String group = to == null ? properties.escalationGroup() : to;
    if (people.isGroup(group)) {
      if (!task.candidateGroups().contains(group)) {
        tasks.addCandidateGroup(task.id(), group);
      }
      return group;
    }
    if (to == null) {
      return null;
    }
    if (!people.isUser(to)) {
      throw new UnknownAssignee(
          List.of(new FieldError("/to", "There is no group or user " + to + " in this tenant.")));
    }
    if (!task.candidateUsers().contains(to)) {
      tasks.addCandidateUser(task.id(), to);
    }
    return to;
  }
}
