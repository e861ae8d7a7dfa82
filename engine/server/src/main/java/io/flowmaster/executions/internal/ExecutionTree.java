package io.flowmaster.executions.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An execution with all that it called, directly or not. */
@Component
class ExecutionTree {
  private static final int MOST_ROUNDS = 10;
  private final JdbcClient jdbc;

  ExecutionTree(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Ids of the running executions of the tree, the root first. */
  List<String> running(String root) {
    return jdbc.sql(
            """
            select ID_ from ACT_RU_EXECUTION where ROOT_PROC_INST_ID_ = :root and ID_ = PROC_INST_ID_
            order by case when ID_ = ROOT_PROC_INST_ID_ then 0 else 1 end, ID_
            """)
        .param("root", root)
        .query(String.class)
        .list();
  }

  /**
   * Waits for what is just now being done in the tree and keeps everything else out until the
   * transaction ends. Work that commits while this waits may have added executions; so it looks
   * again until there are no new ones.
   */
  void lock(String root) {
    Set<String> known = new HashSet<>();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      List<String> found =
          jdbc.sql(
                  "select ID_ from ACT_RU_EXECUTION where ROOT_PROC_INST_ID_ = :root order by ID_ for update")
              .param("root", root)
              .query(String.class)
              .list();
      if (!known.addAll(found)) {
        return;
      }
    }
  }
}
