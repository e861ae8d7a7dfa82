package io.flowmaster.tasks.internal;

import io.flowmaster.platform.WritesAtCommit;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.stereotype.Component;

/**
 * Where a task can be found: its entries in the lists, and its words. Both are written at the end
 * of the transaction; pages of the inbox are read in others.
 */
@Component
class JdbcTaskEntries {
  private static final String INSERT_ENTRIES =
      """
      insert into tasks_entry (list, tenant, task_id, process_key, due, urgency, created_at, name_key, escalated_at)
      select l.list, cast(? as varchar), cast(? as varchar), cast(? as varchar), cast(? as timestamp(3) with time zone),
        cast(? as integer), cast(? as timestamp(3) with time zone), cast(? as varchar),
        cast(? as timestamp(3) with time zone)
      from unnest(cast(? as varchar array)) l(list)
      """;
  private static final String DELETE_ENTRIES = "delete from tasks_entry where task_id = ?";
  private static final String INSERT_WORDS =
      """
      insert into tasks_word (tenant, word, task_id)
      select cast(? as varchar), w.word, cast(? as varchar) from unnest(cast(? as bytea array)) w(word)
      """;
  private static final String DELETE_WORDS = "delete from tasks_word where task_id = ?";
  private final WritesAtCommit writes;

  JdbcTaskEntries(WritesAtCommit writes) {
    this.writes = writes;
  }

  /**
   * What stands in the lists about a task.
   *
   * @param names the lists
   * @param keys what they are sorted by
   */
  record Entries(List<String> names, Keys keys) {
    static Entries of(EngineTask task, @Nullable Instant escalatedAt, boolean overdue) {
      EngineTask.ProcessRef process = task.process();
      return new Entries(
          TaskLists.of(task, overdue, escalatedAt != null),
          new Keys(
              task.tenant(),
              process == null ? "" : process.key(),
              Columns.due(task.dueAt()),
              -task.priority(),
              task.createdAt(),
              Columns.nameKey(task.name()),
              escalatedAt));
    }
  }

  private record Keys(
      String tenant,
      String process,
      OffsetDateTime due,
      int urgency,
      Instant createdAt,
      String nameKey,
      @Nullable Instant escalatedAt) {}

  void insert(String task, Entries entries) {
    if (entries.names().isEmpty()) {
      return;
    }
    Keys keys = entries.keys();
    writes.add(
        INSERT_ENTRIES,
        keys.tenant(),
        task,
        keys.process(),
        keys.due(),
        keys.urgency(),
        Columns.time(keys.createdAt()),
        keys.nameKey(),
        new SqlParameterValue(Types.TIMESTAMP_WITH_TIMEZONE, Columns.time(keys.escalatedAt())),
        new SqlParameterValue(Types.ARRAY, entries.names().toArray(String[]::new)));
  }

  /** Writes nothing when nothing differs. */
  void replace(String task, Entries old, Entries now) {
    if (old.names().equals(now.names()) && (now.names().isEmpty() || old.equals(now))) {
      return;
    }
    writes.add(DELETE_ENTRIES, task);
    insert(task, now);
  }

  void insertWords(EngineTask task) {
    Set<String> words = SearchWords.of(task);
    if (words.isEmpty()) {
      return;
    }
    byte[][] bytes = words.stream().map(SearchWords::bytes).toArray(byte[][]::new);
    writes.add(INSERT_WORDS, task.tenant(), task.id(), new SqlParameterValue(Types.ARRAY, bytes));
  }

  void replaceWords(EngineTask old, EngineTask now) {
    if (!SearchWords.of(old).equals(SearchWords.of(now))) {
      writes.add(DELETE_WORDS, now.id());
      insertWords(now);
    }
  }

  /** Removes all of it, even of a task that is not there. */
  void delete(String task) {
    writes.add(DELETE_ENTRIES, task);
    writes.add(DELETE_WORDS, task);
  }
}
