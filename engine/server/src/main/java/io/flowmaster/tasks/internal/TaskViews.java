package io.flowmaster.tasks.internal;

import static java.util.stream.Collectors.toMap;

import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Page;
import io.flowmaster.tasks.TaskView;
import io.flowmaster.tasks.TaskView.Sla;
import io.flowmaster.tasks.internal.JdbcTaskDeadlines.Target;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tasks as callers see them: the rows, and what stands elsewhere. Each other place is asked once
 * for a page, and only when a task of it is declared to have something there.
 */
@Component
class TaskViews {
  private final ProcessNames processes;
  private final TaskDeclarations declarations;
  private final JdbcTaskDeadlines deadlines;
  private final JdbcTaskPerformers performers;
  private final StandIns standIns;
  private final CurrentActor current;
  private final Clock clock;

  TaskViews(
      ProcessNames processes,
      TaskDeclarations declarations,
      JdbcTaskDeadlines deadlines,
      JdbcTaskPerformers performers,
      StandIns standIns,
      CurrentActor current,
      Clock clock) {
    this.processes = processes;
    this.declarations = declarations;
    this.deadlines = deadlines;
    this.performers = performers;
    this.standIns = standIns;
    this.current = current;
    this.clock = clock;
  }

  TaskView of(TaskRow row) {
    return of(List.of(row)).get(row.id());
  }

  Page<TaskView> of(Page<TaskRow> page) {
    Map<String, TaskView> views = of(page.items());
    return page.map(row -> views.get(row.id()));
  }

  /** By their ids; the same task may be given more than once. */
  Map<String, TaskView> byId(List<TaskRow> rows) {
    Map<String, TaskRow> single = new LinkedHashMap<>();
    rows.forEach(row -> single.put(row.id(), row));
    return of(List.copyOf(single.values()));
  }

  private Map<String, TaskView> of(List<TaskRow> rows) {
    Instant now = clock.instant();
    Map<String, DeclaredTask> declared =
        rows.stream().collect(toMap(TaskRow::id, row -> declarations.of(row.task())));
    Map<String, String> processIds =
        processes.processIds(rows.stream().map(TaskRow::task).toList());
    Map<String, Target> targets = targets(declared);
    Map<String, Map<String, String>> done = done(rows, declared);
    List<StandIn> places = places(rows);
    Map<String, TaskView> views = new LinkedHashMap<>();
    for (TaskRow row : rows) {
      EngineTask task = row.task();
      views.put(
          row.id(),
          row.view(
              new TaskRow.Beside(
                  processIds.get(row.id()),
                  task.isOpen() && task.dueAt() != null && task.dueAt().isBefore(now),
                  sla(task, targets.get(row.id()), now),
                  excluded(task, declared.get(row.id()), done),
                  onBehalfOf(task, places))));
    }
    return views;
  }

  /** For whom the current user stands in, when that may explain why a task is seen. */
  private List<StandIn> places(List<TaskRow> rows) {
    Actor me = current.find().orElse(null);
    boolean others =
        me != null
            && rows.stream().map(TaskRow::task).anyMatch(task -> task.isOpen() && !isOwn(me, task));
    return others ? standIns.of(me) : List.of();
  }

  private static boolean isOwn(Actor me, EngineTask task) {
    return TaskAccess.isAssignee(me, task) || TaskAccess.isCandidate(me, task);
  }

  private @Nullable String onBehalfOf(EngineTask task, List<StandIn> places) {
    if (places.isEmpty() || isOwn(current.get(), task)) {
      return null;
    }
    return places.stream()
        .filter(place -> place.covers(task))
        .map(place -> place.person().value())
        .findFirst()
        .orElse(null);
  }

  private Map<String, Target> targets(Map<String, DeclaredTask> declared) {
    List<String> promised =
        declared.entrySet().stream()
            .filter(each -> each.getValue().sla() != null)
            .map(Map.Entry::getKey)
            .toList();
    return promised.isEmpty() ? Map.of() : deadlines.targets(promised);
  }

  /** Who did which activity, by execution. */
  private Map<String, Map<String, String>> done(
      List<TaskRow> rows, Map<String, DeclaredTask> declared) {
    Set<String> executions = new HashSet<>();
    Set<String> activities = new HashSet<>();
    for (TaskRow row : rows) {
      Map<String, String> others = declared.get(row.id()).others();
      if (row.task().isOpen() && !others.isEmpty()) {
        executions.add(Objects.requireNonNull(row.task().process()).executionId());
        activities.addAll(others.keySet());
      }
    }
    return executions.isEmpty()
        ? Map.of()
        : performers.ofAll(rows.get(0).task().tenant(), executions, activities);
  }

  private static List<String> excluded(
      EngineTask task, DeclaredTask declared, Map<String, Map<String, String>> done) {
    EngineTask.ProcessRef process = task.process();
    if (process == null || !task.isOpen() || declared.others().isEmpty()) {
      return List.of();
    }
    return done.getOrDefault(process.executionId(), Map.of()).entrySet().stream()
        .filter(each -> declared.others().containsKey(each.getValue()))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private static @Nullable Sla sla(EngineTask task, @Nullable Target target, Instant now) {
    if (target == null) {
      return null;
    }
    Instant until = task.endedAt() == null ? now : task.endedAt();
    Sla.State state;
    if (until.isAfter(target.dueAt())) {
      state = Sla.State.MISSED;
    } else if (!task.isOpen()) {
      state = Sla.State.MET;
    } else {
      state = until.isBefore(target.warnAt()) ? Sla.State.ON_TRACK : Sla.State.AT_RISK;
    }
    return new Sla(
        target.ofProcess() ? Sla.Scope.PROCESS : Sla.Scope.TASK,
        target.warnAt(),
        target.dueAt(),
        state);
  }
}
