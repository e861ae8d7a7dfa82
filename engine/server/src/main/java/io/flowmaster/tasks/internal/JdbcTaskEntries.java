package io.flowmaster.tasks.internal;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.stereotype.Component;

/** Where a task can be found: its entries in the lists, and its words. */
@Component
class JdbcTaskEntries {
  private static final String INSERT_ENTRIES =
      "insert into tasks_entry (list, tenant, task_id, process_key, due, urgency, created_at, name_key, escalated_at) values ";
  private static final String UPDATE_ENTRY =
      """
      update tasks_entry set list = ?, tenant = ?, task_id = ?, process_key = ?, due = ?, urgency = ?, created_at = ?,
        name_key = ?, escalated_at = ?
      where task_id = ? and list = ?
      """;
  private static final String INSERT_WORDS =
      "insert into tasks_word (tenant, word, task_id) values ";
  private final JdbcTemplate jdbc;

  JdbcTaskEntries(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
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
    List<Object> values = new ArrayList<>();
    for (String list : entries.names()) {
      add(values, task, list, entries.keys());
    }
    jdbc.update(
        INSERT_ENTRIES + rows(entries.names().size(), "(?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        values.toArray());
  }

  private static void add(List<Object> values, String task, String list, Keys keys) {
    Collections.addAll(
        values,
        list,
        keys.tenant(),
        task,
        keys.process(),
        keys.due(),
        keys.urgency(),
        Columns.time(keys.createdAt()),
        keys.nameKey(),
        new SqlParameterValue(Types.TIMESTAMP_WITH_TIMEZONE, Columns.time(keys.escalatedAt())));
  }

  /** Writes nothing when nothing differs. */
  void replace(String task, Entries old, Entries now) {
    if (old.names().equals(now.names()) && (now.names().isEmpty() || old.equals(now))) {
      return;
    }
    if (old.names().size() == 1 && now.names().size() == 1) {
      update(task, old.names().get(0), now);
      return;
    }
    jdbc.update("delete from tasks_entry where task_id = ?", task);
    insert(task, now);
  }

  /** The usual case: a task moves from the one group that may claim it to whoever claims it. */
  private void update(String task, String list, Entries now) {
    List<Object> values = new ArrayList<>();
    add(values, task, now.names().get(0), now.keys());
    values.add(task);
    values.add(list);
    if (jdbc.update(UPDATE_ENTRY, values.toArray()) == 0) {
      insert(task, now);
    }
  }

  void insertWords(EngineTask task) {
    Set<String> words = SearchWords.of(task);
    if (words.isEmpty()) {
      return;
    }
    List<Object> values = new ArrayList<>();
    words.forEach(
        word -> Collections.addAll(values, task.tenant(), SearchWords.bytes(word), task.id()));
    jdbc.update(INSERT_WORDS + rows(words.size(), "(?, ?, ?)"), values.toArray());
  }

  void replaceWords(EngineTask old, EngineTask now) {
    if (!SearchWords.of(old).equals(SearchWords.of(now))) {
      jdbc.update("delete from tasks_word where task_id = ?", now.id());
      insertWords(now);
    }
  }

  /** Removes all of it, even of a task that is not there. */
  void delete(String task) {
    jdbc.update("delete from tasks_entry where task_id = ?", task);
    jdbc.update("delete from tasks_word where task_id = ?", task);
  }

  private static String rows(int count, String row) {
    return String.join(", ", Collections.nCopies(count, row));
  }
}
