package io.flowmaster.tasks.internal;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who did which task of an execution, where four eyes are declared. */
@Component
class JdbcTaskPerformers {
  private final JdbcClient jdbc;

  JdbcTaskPerformers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Who did any of the activities in the execution, and which. What was done before its model
   * declared it (an execution that was migrated) is known from the inbox.
   */
  Map<String, String> of(String tenant, String execution, Collection<String> activities) {
    return ofAll(tenant, List.of(execution), activities).getOrDefault(execution, Map.of());
  }

  /** The same for several executions, by their id. */
  Map<String, Map<String, String>> ofAll(
      String tenant, Collection<String> executions, Collection<String> activities) {
    Map<String, Map<String, String>> found = new HashMap<>();
    jdbc.sql(
            """
            select execution_id, person, activity_id from tasks_performer
            where tenant = :tenant and execution_id in (:executions) and activity_id in (:activities)
            union
            select execution_id, completed_by, activity_id from tasks_task
            where tenant = :tenant and execution_id in (:executions) and activity_id in (:activities)
              and status = 'COMPLETED' and completed_by is not null
            order by 2
            """)
        .param("tenant", tenant)
        .param("executions", executions)
        .param("activities", activities)
        .query(
            row -> {
              found
                  .computeIfAbsent(row.getString(1), id -> new LinkedHashMap<>())
                  .put(row.getString(2), row.getString(3));
            });
    return found;
  }

  /** The key refuses the second of two tasks of a pair that one person does at the same time. */
  void add(Performed performed, Collection<String> others) {
    for (String person : performed.people()) {
      for (String pair : others.stream().map(performed::pair).collect(toSet())) {
        Map<String, Object> key =
            Map.of("execution", performed.execution(), "pair", pair, "person", person);
        boolean known =
            jdbc.sql(
                        """
                    select count(*) from tasks_performer
                    where execution_id = :execution and pair = :pair and person = :person and activity_id = :activity
                    """)
                    .params(key)
                    .param("activity", performed.activity())
                    .query(Integer.class)
                    .single()
                > 0;
        if (!known) {
          jdbc.sql(
                  """
                  insert into tasks_performer (tenant, execution_id, pair, person, activity_id, task_id)
                  values (:tenant, :execution, :pair, :person, :activity, :task)
                  """)
              .params(key)
              .param("tenant", performed.tenant())
              .param("activity", performed.activity())
              .param("task", performed.task())
              .update();
        }
      }
    }
  }

  /**
   * A task that was done.
   *
   * @param people who did it, and for whom
   */
  record Performed(
      String tenant, String execution, String activity, String task, Collection<String> people) {
    String pair(String other) {
      return Stream.of(activity, other).sorted().reduce((a, b) -> a + "|" + b).orElseThrow();
    }
  }
}
