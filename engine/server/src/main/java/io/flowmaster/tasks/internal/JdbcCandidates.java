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
 * To whom the engine offers tasks. Its public API answers this for one task a call only; the
 * table's columns have been the same since Camunda 7.0.
 */
@Component
class JdbcCandidates {
  static final Offer NOBODY = new Offer(List.of(), List.of());
  private final JdbcClient jdbc;

  JdbcCandidates(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Who may claim a task, sorted, each once. */
  record Offer(List<String> groups, List<String> users) {}

  /** The offers by task; a task that is offered to nobody is left out. */
  Map<String, Offer> of(Collection<String> tasks) {
    Map<String, Links> found = new HashMap<>();
    jdbc.sql(
            """
            select TASK_ID_, GROUP_ID_, USER_ID_ from ACT_RU_IDENTITYLINK
            where TYPE_ = 'candidate' and TASK_ID_ in (:ids)
            """)
        .param("ids", tasks)
        .query(
            row -> {
              found
                  .computeIfAbsent(
                      row.getString(1), id -> new Links(new TreeSet<>(), new TreeSet<>()))
                  .add(row.getString(2), row.getString(3));
            });
    Map<String, Offer> offers = new HashMap<>();
    found.forEach((task, links) -> offers.put(task, links.offer()));
    return offers;
  }

  private record Links(Set<String> groups, Set<String> users) {
    void add(@Nullable String group, @Nullable String user) {
      if (group != null) {
        groups.add(group);
      }
      if (user != null) {
        users.add(user);
      }
    }

    Offer offer() {
      return new Offer(List.copyOf(groups), List.copyOf(users));
    }
  }
}
