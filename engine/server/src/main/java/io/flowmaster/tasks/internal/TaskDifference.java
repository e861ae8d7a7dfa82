package io.flowmaster.tasks.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What changed between two states of a task, by the members' names in JSON. */
final class TaskDifference {
  static final String STATUS = "status";
  static final String ASSIGNEE = "assignee";
  static final String DELEGATION = "delegation";

  /** What a new task's trail begins with; the rest can be read off the task. */
  private static final Set<String> AT_FIRST =
      Set.of(STATUS, ASSIGNEE, "candidateGroups", "candidateUsers");

  private TaskDifference() {}

  /** A member's value before and after. */
  record Change(String field, @Nullable String from, @Nullable String to) {}

  static List<Change> between(@Nullable EngineTask old, EngineTask now) {
    List<Change> changes = new ArrayList<>();
    compare(changes, STATUS, old == null ? null : old.status(), now.status());
    compare(changes, "name", old == null ? null : old.name(), now.name());
    compare(changes, "description", old == null ? null : old.description(), now.description());
    compare(changes, ASSIGNEE, old == null ? null : old.assignee(), now.assignee());
    compare(changes, "owner", old == null ? null : old.owner(), now.owner());
    compare(changes, DELEGATION, old == null ? null : old.delegation(), now.delegation());
    compare(changes, "priority", old == null ? null : old.priority(), now.priority());
    compare(changes, "dueAt", old == null ? null : old.dueAt(), now.dueAt());
    compare(changes, "followUpAt", old == null ? null : old.followUpAt(), now.followUpAt());
    compare(
        changes,
        "candidateGroups",
        old == null ? List.of() : old.candidateGroups(),
        now.candidateGroups());
    compare(
        changes,
        "candidateUsers",
        old == null ? List.of() : old.candidateUsers(),
        now.candidateUsers());
    process(changes, old == null ? null : old.process(), now.process());
    if (old == null) {
      changes.removeIf(change -> !AT_FIRST.contains(change.field()));
    }
    return changes;
  }

  private static void process(
      List<Change> changes,
      EngineTask.@Nullable ProcessRef old,
      EngineTask.@Nullable ProcessRef now) {
    compare(
        changes,
        "businessKey",
        old == null ? null : old.businessKey(),
        now == null ? null : now.businessKey());
    compare(
        changes,
        "processDefinitionId",
        old == null ? null : old.definitionId(),
        now == null ? null : now.definitionId());
    compare(
        changes,
        "activityId",
        old == null ? null : old.activityId(),
        now == null ? null : now.activityId());
  }

  private static void compare(
      List<Change> changes, String field, @Nullable Object from, @Nullable Object to) {
    if (!Objects.equals(from, to)) {
      changes.add(new Change(field, text(from), text(to)));
    }
  }

  private static @Nullable String text(@Nullable Object value) {
    return value instanceof List<?> list
        ? String.join(", ", list.stream().map(String::valueOf).toList())
        : value == null ? null : value.toString();
  }
}
