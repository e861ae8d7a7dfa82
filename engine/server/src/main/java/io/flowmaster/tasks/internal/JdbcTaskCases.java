package io.flowmaster.tasks.internal;

import io.flowmaster.platform.CurrentActor;
import io.flowmaster.tasks.PastAnswer;
import io.flowmaster.tasks.TaskCase;
import io.flowmaster.tasks.TaskCases;
import io.flowmaster.tasks.TaskDetails;
import io.flowmaster.tasks.TaskId;
import io.flowmaster.tasks.TaskView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the tasks of one execution together. */
@Component
class JdbcTaskCases implements TaskCases {
  private static final int MOST = 100;
  private static final String TASKS =
      "select * from tasks_task where tenant = :tenant and execution_id = :execution"
          + " order by created_at, id limit "
          + MOST;
  private static final String COMMENTS =
      "select * from tasks_comment where task_id in (:tasks) order by id desc limit " + MOST;
  private static final String FILES =
      "select * from tasks_attachment where task_id in (:tasks) order by id desc limit " + MOST;
  private static final String ANSWERS =
      """
      select execution_id, outcome, created_at, ended_at from tasks_task
      where tenant = :tenant and execution_id in (:executions) and activity_id = :activity and status = 'COMPLETED'
      order by ended_at
      """;

  private final JdbcClient jdbc;
  private final JdbcTaskStore store;
  private final VisibleTasks visible;
  private final TaskDetailsReader details;
  private final TaskViews views;
  private final CurrentActor current;

  JdbcTaskCases(
      JdbcClient jdbc,
      JdbcTaskStore store,
      VisibleTasks visible,
      TaskDetailsReader details,
      TaskViews views,
      CurrentActor current) {
    this.jdbc = jdbc;
    this.store = store;
    this.visible = visible;
    this.details = details;
    this.views = views;
    this.current = current;
  }

  @Override
  public TaskCase of(TaskId id) {
    TaskRow row = visible.get(id);
    EngineTask.ProcessRef process = row.task().process();
    List<TaskRow> others =
        process == null
            ? List.of()
            : visible.among(
                tasks(process.executionId()).stream()
                    .filter(other -> !other.id().equals(row.id()))
                    .toList());
    return of(details.read(row), others);
  }

  @Override
  public TaskCase ofExecution(String executionId) {
    return of(null, tasks(executionId));
  }

  private List<TaskRow> tasks(String execution) {
    return jdbc.sql(TASKS)
        .param("tenant", current.tenant().value())
        .param("execution", execution)
        .query(store::row)
        .list();
  }

  private TaskCase of(@Nullable TaskDetails task, List<TaskRow> others) {
    Map<String, TaskView> byId = others.isEmpty() ? Map.of() : views.byId(others);
    List<String> ids = new ArrayList<>(byId.keySet());
    if (task != null) {
      ids.add(task.task().id());
    }
    return ids.isEmpty()
        ? new TaskCase(task, List.of(), List.of(), List.of())
        : new TaskCase(task, List.copyOf(byId.values()), comments(ids), files(ids));
  }

  private List<TaskCase.Note> comments(List<String> tasks) {
    return oldestFirst(
        jdbc.sql(COMMENTS)
            .param("tasks", tasks)
            .query(
                (row, n) ->
                    new TaskCase.Note(row.getString("task_id"), JdbcTaskComments.row(row, n)))
            .list());
  }

  private List<TaskCase.File> files(List<String> tasks) {
    return oldestFirst(
        jdbc.sql(FILES)
            .param("tasks", tasks)
            .query(
                (row, n) ->
                    new TaskCase.File(row.getString("task_id"), JdbcTaskAttachments.row(row, n)))
            .list());
  }

  private static <T> List<T> oldestFirst(List<T> latestFirst) {
    List<T> turned = new ArrayList<>(latestFirst);
    Collections.reverse(turned);
    return turned;
  }

  @Override
  public Map<String, PastAnswer> answers(Collection<String> executions, String activityId) {
    Map<String, PastAnswer> answers = new HashMap<>();
    if (executions.isEmpty()) {
      return answers;
    }
    jdbc.sql(ANSWERS)
        .param("tenant", current.tenant().value())
        .param("executions", executions)
        .param("activity", activityId)
        .query(
            row -> {
              answers.put(
                  row.getString("execution_id"),
                  new PastAnswer(
                      row.getString("outcome"),
                      Duration.between(
                          Columns.sureTime(row, "created_at"), Columns.sureTime(row, "ended_at"))));
            });
    return answers;
  }
}
