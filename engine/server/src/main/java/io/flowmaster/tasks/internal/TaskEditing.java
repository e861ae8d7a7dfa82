package io.flowmaster.tasks.internal;

import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.tasks.TaskEdit;
import io.flowmaster.tasks.TaskId;
import io.flowmaster.tasks.TaskNotFound;
import io.flowmaster.tasks.TaskNotYours;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changes of a task's own members. */
@Component
class TaskEditing {
  private final TaskAttempt attempt;
  private final TaskPeople people;
  private final TaskService tasks;
  private final CurrentActor current;

  TaskEditing(TaskAttempt attempt, TaskPeople people, TaskService tasks, CurrentActor current) {
    this.attempt = attempt;
    this.people = people;
    this.tasks = tasks;
    this.current = current;
  }

  void change(TaskId id, TaskEdit edit, @Nullable String ifMatch) {
    attempt.on(
        id,
        ifMatch,
        row -> {
          requireRight(current.get(), row, edit);
          people.require(null, edit.candidateGroups(), edit.candidateUsers());
          Task task = tasks.createTaskQuery().taskId(row.id()).singleResult();
          if (task == null) {
            throw new TaskNotFound(id);
          }
          edit(task, edit);
          replace(
              row.task().candidateGroups(),
              edit.candidateGroups(),
              group -> tasks.addCandidateGroup(row.id(), group),
              group -> tasks.deleteCandidateGroup(row.id(), group));
          replace(
              row.task().candidateUsers(),
              edit.candidateUsers(),
              user -> tasks.addCandidateUser(row.id(), user),
              user -> tasks.deleteCandidateUser(row.id(), user));
        });
  }

  /** Whoever works on a task plans when to come back to it; the rest is up to managers. */
  private static void requireRight(Actor me, TaskRow row, TaskEdit edit) {
    boolean planOnly =
        edit.equals(new TaskEdit(null, null, null, null, edit.followUpAt(), null, null));
    if (!TaskAccess.mayChange(me, row) && !(planOnly && TaskAccess.mayWork(me, row.task()))) {
      throw new TaskNotYours("Only managers and who made the task change it.");
    }
  }

  private void edit(Task task, TaskEdit edit) {
    if (edit.name() != null) {
      task.setName(edit.name());
    }
    if (edit.description() != null) {
      task.setDescription(edit.description().orElse(null));
    }
    if (edit.priority() != null) {
      task.setPriority(edit.priority());
    }
    if (edit.dueAt() != null) {
      task.setDueDate(date(edit.dueAt()));
    }
    if (edit.followUpAt() != null) {
      task.setFollowUpDate(date(edit.followUpAt()));
    }
    tasks.saveTask(task);
  }

  private static @Nullable Date date(Optional<Instant> at) {
    return at.map(Date::from).orElse(null);
  }

  private static void replace(
      List<String> old,
      @Nullable List<String> wanted,
      Consumer<String> add,
      Consumer<String> remove) {
    if (wanted == null) {
      return;
    }
    wanted.stream().distinct().filter(one -> !old.contains(one)).forEach(add);
    old.stream().filter(one -> !wanted.contains(one)).forEach(remove);
  }
}
