package io.flowmaster.tasks.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * To whom the engine offers tasks, and in which case. Its public API answers this with one call a
 * task and one for their executions; the tables' columns have been the same since Camunda 7.0.
 */
@Component
class JdbcCandidates {
  static final Offer NOBODY = new Offer(List.of(), List.of(), null);
  private final JdbcClient jdbc;

  JdbcCandidates(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Who may claim a task, sorted, each once.
   *
   * @param businessKey of the process instance that the task belongs to
   */
  record Offer(List<String> groups, List<String> users, @Nullable String businessKey) {
    static Offer of(EngineTask task, @Nullable String businessKey) {
      return new Offer(task.candidateGroups(), task.candidateUsers(), businessKey);
    }
  }

  /** By the id of the open task. */
  Map<String, Offer> of(Collection<String> tasks) {
    Map<String, Links> found = new HashMap<>();
    jdbc.sql(
            """
            select T.ID_, E.BUSINESS_KEY_, L.GROUP_ID_, L.USER_ID_ from ACT_RU_TASK T
            left join ACT_RU_EXECUTION E on E.ID_ = T.PROC_INST_ID_
            left join ACT_RU_IDENTITYLINK L on L.TASK_ID_ = T.ID_ and L.TYPE_ = 'candidate'
            where T.ID_ in (:ids)
            """)
        .param("ids", tasks)
        .query(
            row -> {
              String businessKey = row.getString(2);
              found
                  .computeIfAbsent(
                      row.getString(1),
                      id -> new Links(new TreeSet<>(), new TreeSet<>(), businessKey))
                  .add(row.getString(3), row.getString(4));
            });
    Map<String, Offer> offers = new HashMap<>();
    found.forEach((task, links) -> offers.put(task, links.offer()));
    return offers;
  }

  private record Links(Set<String> groups, Set<String> users, @Nullable String businessKey) {
    void add(@Nullable String group, @Nullable String user) {
      if (group != null) {
        groups.add(group);
      }
      if (user != null) {
        users.add(user);
      }
    }

    Offer offer() {
      return new Offer(List.copyOf(groups), List.copyOf(users), businessKey);
    }
  }
}
