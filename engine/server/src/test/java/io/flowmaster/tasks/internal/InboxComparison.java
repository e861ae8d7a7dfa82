package io.flowmaster.tasks.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Compares the inbox's tables with what the engine's public services answer, task by task. */
class InboxComparison {
  private static final String NEVER = "9999-12-31T00:00:00Z";
  private final String tenant;
  private final ProcessEngine engine;
  private final JdbcClient jdbc;

  InboxComparison(String tenant, ProcessEngine engine, JdbcClient jdbc) {
    this.tenant = tenant;
    this.engine = engine;
    this.jdbc = jdbc;
  }

  void check(String when) {
    assertThat(inboxTasks()).as("open tasks, " + when).isEqualTo(engineTasks());
    assertThat(inboxEntries()).as("lists, " + when).isEqualTo(engineEntries());
    Map<String, String> ended = inboxEnded();
    engineEnded()
        .forEach((id, facts) -> assertThat(ended.get(id)).as(id + ", " + when).isEqualTo(facts));
  }

  private Map<String, String> engineTasks() {
    Map<String, String> found = new TreeMap<>();
    for (Task task : open()) {
      ProcessInstance instance =
          task.getProcessInstanceId() == null
              ? null
              : engine
                  .getRuntimeService()
                  .createProcessInstanceQuery()
                  .processInstanceId(task.getProcessInstanceId())
                  .singleResult();
      ProcessDefinition definition =
          instance == null
              ? null
              : engine.getRepositoryService().getProcessDefinition(task.getProcessDefinitionId());
      found.put(
          task.getId(),
          line(
              task.getName(),
              task.getDescription(),
              task.getAssignee(),
              task.getOwner(),
              task.getDelegationState(),
              task.getPriority(),
              due(task.getDueDate()),
              instant(task.getFollowUpDate()),
              instant(task.getCreateTime()),
              task.getProcessInstanceId(),
              instance == null ? null : instance.getBusinessKey(),
              task.getProcessDefinitionId(),
              definition == null ? null : definition.getKey(),
              definition == null ? null : nameOf(definition),
              definition == null ? null : definition.getVersion(),
              definition == null ? null : task.getTaskDefinitionKey()));
    }
    return found;
  }

  private Map<String, String> inboxTasks() {
    Map<String, String> found = new TreeMap<>();
    jdbc.sql("select * from tasks_task where tenant = :tenant and status = 'OPEN'")
        .param("tenant", tenant)
        .query(
            row -> {
              found.put(
                  row.getString("id"),
                  line(
                      row.getString("name"),
                      row.getString("description"),
                      row.getString("assignee"),
                      row.getString("owner"),
                      row.getString("delegation"),
                      row.getInt("priority"),
                      row.getObject("due", OffsetDateTime.class).toInstant(),
                      Columns.time(row, "follow_up"),
                      Columns.time(row, "created_at"),
                      row.getString("execution_id"),
                      row.getString("business_key"),
                      row.getString("definition_id"),
                      row.getString("process_key"),
                      row.getString("process_name"),
                      row.getObject("process_version"),
                      row.getString("activity_id")));
            });
    return found;
  }

  private Set<String> engineEntries() {
    Set<String> found = new TreeSet<>();
    for (Task task : open()) {
      if (task.getAssignee() != null) {
        found.add(entry(task, "mine:" + task.getAssignee()));
        continue;
      }
      for (IdentityLink link : engine.getTaskService().getIdentityLinksForTask(task.getId())) {
        if (link.getType().equals("candidate")) {
          found.add(
              entry(
                  task,
                  link.getGroupId() == null
                      ? "user:" + link.getUserId()
                      : "group:" + link.getGroupId()));
        }
      }
    }
    return found;
  }

  private String entry(Task task, String list) {
    String process = task.getProcessDefinitionId();
    return line(
        task.getId(),
        list,
        process == null ? "" : engine.getRepositoryService().getProcessDefinition(process).getKey(),
        due(task.getDueDate()),
        -task.getPriority(),
        instant(task.getCreateTime()));
  }

  /** Those of each list, and whether the marked ones are exactly those that they should be. */
  private Set<String> inboxEntries() {
    Set<String> found = new TreeSet<>();
    jdbc.sql("select * from tasks_entry where tenant = :tenant")
        .param("tenant", tenant)
        .query(
            row -> {
              String list = row.getString("list");
              if (!list.startsWith("overdue:") && !list.startsWith("escalated:")) {
                found.add(
                    line(
                        row.getString("task_id"),
                        list,
                        row.getString("process_key"),
                        row.getObject("due", OffsetDateTime.class).toInstant(),
                        row.getInt("urgency"),
                        Columns.time(row, "created_at")));
              }
            });
    assertThat(marked("escalated:")).isEqualTo(entriesWhere("t.escalated_at is not null"));
    assertThat(marked("overdue:"))
        .isEqualTo(
            entriesWhere(
                "t.overdue_from is null and t.due < timestamp with time zone '"
                    + NEVER.replace('T', ' ').replace("Z", "+00")
                    + "'"));
    return found;
  }

  private Set<String> marked(String mark) {
    return new TreeSet<>(
        jdbc.sql(
                "select task_id || substring(list, %d) from tasks_entry where tenant = :tenant and list like '%s%%'"
                    .formatted(mark.length() + 1, mark))
            .param("tenant", tenant)
            .query(String.class)
            .list());
  }

  /** What the usual lists say of the open tasks of a kind, and the list of all of them. */
  private Set<String> entriesWhere(String condition) {
    Set<String> found =
        new TreeSet<>(
            jdbc.sql(
                    "select e.task_id || e.list from tasks_entry e join tasks_task t on t.id = e.task_id where t.tenant = :tenant and e.list not like 'overdue:%' and e.list not like 'escalated:%' and "
                        + condition)
                .param("tenant", tenant)
                .query(String.class)
                .list());
    found.addAll(
        jdbc.sql(
                "select t.id || 'all' from tasks_task t where t.status = 'OPEN' and t.tenant = :tenant and "
                    + condition)
            .param("tenant", tenant)
            .query(String.class)
            .list());
    return found;
  }

  private Map<String, String> engineEnded() {
    return engine
        .getHistoryService()
        .createHistoricTaskInstanceQuery()
        .tenantIdIn(tenant)
        .finished()
        .list()
        .stream()
        .collect(
            Collectors.toMap(
                HistoricTaskInstance::getId,
                task ->
                    line(
                        task.getTaskState().equals("Completed") ? "COMPLETED" : "CANCELLED",
                        task.getName(),
                        task.getAssignee(),
                        task.getPriority(),
                        due(task.getDueDate()),
                        instant(task.getEndTime()))));
  }

  private Map<String, String> inboxEnded() {
    Map<String, String> found = new HashMap<>();
    jdbc.sql("select * from tasks_task where tenant = :tenant and status <> 'OPEN'")
        .param("tenant", tenant)
        .query(
            row -> {
              found.put(
                  row.getString("id"),
                  line(
                      row.getString("status"),
                      row.getString("name"),
                      row.getString("assignee"),
                      row.getInt("priority"),
                      row.getObject("due", OffsetDateTime.class).toInstant(),
                      Columns.time(row, "ended_at")));
            });
    return found;
  }

  /**
   * Replays the audit trail: each old value is the new value before it, and the last ones are what
   * stands in the inbox; each task was created once and ended at most once.
   */
  void checkTrail() {
    Map<String, Map<String, String>> replayed = new HashMap<>();
    jdbc.sql("select * from tasks_audit where tenant = :tenant order by id")
        .param("tenant", tenant)
        .query(
            row -> {
              String field = row.getString("field");
              Map<String, String> task =
                  replayed.computeIfAbsent(row.getString("task_id"), id -> new HashMap<>());
              if (task.containsKey(field) || Set.of("status", "assignee").contains(field)) {
                assertThat(row.getString("old_value"))
                    .as(row.getString("task_id") + " " + field)
                    .isEqualTo(task.get(field));
              }
              task.put(field, row.getString("new_value"));
            });
    jdbc.sql("select * from tasks_task where tenant = :tenant")
        .param("tenant", tenant)
        .query(
            row -> {
              Map<String, String> task = replayed.get(row.getString("id"));
              assertThat(task.get("status")).isEqualTo(row.getString("status"));
              assertThat(task.get("assignee")).isEqualTo(row.getString("assignee"));
            });
    for (String action : List.of("TaskCreated", "TaskCompleted", "TaskCancelled")) {
      String condition =
          action.equals("TaskCreated")
              ? ""
              : " and status = '%s'".formatted(action.substring(4).toUpperCase());
      assertThat(
              subjects(
                  "select subject from audit_log where tenant = :tenant and action = '"
                      + action
                      + "'"))
          .as(action)
          .containsExactlyInAnyOrderElementsOf(
              subjects("select 'task/' || id from tasks_task where tenant = :tenant" + condition));
    }
  }

  private List<String> subjects(String sql) {
    return jdbc.sql(sql).param("tenant", tenant).query(String.class).list();
  }

  private List<Task> open() {
    return engine.getTaskService().createTaskQuery().tenantIdIn(tenant).list();
  }

  private static Instant due(Date date) {
    return date == null ? Instant.parse(NEVER) : date.toInstant();
  }

  private static Instant instant(Date date) {
    return date == null ? null : date.toInstant();
  }

  private static String line(Object... values) {
    return java.util.Arrays.stream(values).map(Objects::toString).collect(Collectors.joining("|"));
  }

  /** A process without a name is shown by its key. */
  private static String nameOf(ProcessDefinition definition) {
    return definition.getName() == null ? definition.getKey() : definition.getName();
  }
}
