package io.flowmaster.processes.internal;

import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.processes.ProcessId;
import io.flowmaster.processes.ProcessNotFound;
import io.flowmaster.processes.ProcessPresence;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Presence in a table, so that all nodes know of it. Each statement is for itself: nothing here is
 * worth waiting for a lock.
 */
@Component
class JdbcProcessPresence implements ProcessPresence {
  private static final Duration COUNTS = Duration.ofMinutes(1);
  private static final int MOST = 50;
  private final JdbcProcessStore processes;
  private final JdbcClient jdbc;
  private final CurrentActor current;
  private final Clock clock;

  JdbcProcessPresence(
      JdbcProcessStore processes, JdbcClient jdbc, CurrentActor current, Clock clock) {
    this.processes = processes;
    this.jdbc = jdbc;
    this.current = current;
    this.clock = clock;
  }

  @Override
  public List<Present> here(ProcessId process) {
    requireProcess(process);
    Instant now = clock.instant();
    Timestamp oldest = Timestamp.from(now.minus(COUNTS));
    say(process, current.get(), Timestamp.from(now));
    jdbc.sql("delete from processes_presence where process_id = :process and seen_at <= :oldest")
        .param("process", process.value())
        .param("oldest", oldest)
        .update();
    return jdbc.sql(
            """
            select user_id, user_name, seen_at from processes_presence
            where process_id = :process and user_id <> :me and seen_at > :oldest
            order by user_name, user_id limit :most
            """)
        .param("process", process.value())
        .param("me", current.get().id().value())
        .param("oldest", oldest)
        .param("most", MOST)
        .query(
            (row, n) ->
                new Present(
                    row.getString("user_id"),
                    row.getString("user_name"),
                    row.getTimestamp("seen_at").toInstant()))
        .list();
  }

  @Override
  public void gone(ProcessId process) {
    requireProcess(process);
    jdbc.sql("delete from processes_presence where process_id = :process and user_id = :me")
        .param("process", process.value())
        .param("me", current.get().id().value())
        .update();
  }

  private void say(ProcessId process, Actor me, Timestamp now) {
    int known =
        write(
            "update processes_presence set seen_at = :now, user_name = :name, tenant = :tenant where process_id = :process and user_id = :me",
            process,
            me,
            now);
    if (known == 0) {
      try {
        write(
            "insert into processes_presence (process_id, user_id, tenant, user_name, seen_at) values (:process, :me, :tenant, :name, :now)",
            process,
            me,
            now);
      } catch (DuplicateKeyException sameTime) {
        // Another window of the same person was quicker.
      }
    }
  }

  private int write(String sql, ProcessId process, Actor me, Timestamp now) {
    return jdbc.sql(sql)
        .param("process", process.value())
        .param("me", me.id().value())
        .param("tenant", me.tenant().value())
        .param("name", me.name())
        .param("now", now)
        .update();
  }

  private void requireProcess(ProcessId id) {
    processes.find(current.tenant(), id).orElseThrow(() -> new ProcessNotFound("process " + id));
  }
}
