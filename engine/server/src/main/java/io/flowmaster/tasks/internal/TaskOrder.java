package io.flowmaster.tasks.internal;

import io.flowmaster.platform.Cursor;
import io.flowmaster.tasks.TaskSearch.Sort;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order of the inbox as a keyset: all columns run in the same direction, so that one row
 * comparison finds the next page in an index.
 */
enum TaskOrder {
  DUE(List.of("due"), true),
  /** Urgency is the negative priority: urgent first is ascending. */
  PRIORITY(List.of("urgency", "due"), true),
  CREATED(List.of("created_at"), true),
  NAME(List.of("name_key"), true),
  ENDED(List.of("ended_at"), false),
  ESCALATED(List.of("escalated_at"), true);

  private final List<String> columns;
  private final boolean inEntries;

  TaskOrder(List<String> columns, boolean inEntries) {
    this.columns = columns;
    this.inEntries = inEntries;
  }

  static TaskOrder of(Sort.Field field) {
    return valueOf(field.name());
  }

  List<String> columns() {
    return columns;
  }

  /** Whether the entries of lists have the columns too. */
  boolean isInEntries() {
    return inEntries;
  }

  /** The keyset of a row, the id last; {@link #bind} reads it back. */
  List<?> key(TaskRow row) {
    EngineTask task = row.task();
    Instant due = Columns.due(task.dueAt()).toInstant();
    return switch (this) {
      case DUE -> List.of(due, task.id());
      case PRIORITY -> List.of(-task.priority(), due, task.id());
      case CREATED -> List.of(task.createdAt(), task.id());
      case NAME -> List.of(Columns.nameKey(task.name()), task.id());
      case ENDED -> List.of(orEpoch(task.endedAt()), task.id());
      case ESCALATED ->
          List.of(orEpoch(row.escalation() == null ? null : row.escalation().at()), task.id());
    };
  }

  /** Puts the keyset of a cursor into parameters {@code k0}, {@code k1}, ...; the id last. */
  void bind(Cursor cursor, Map<String, Object> parameters) {
    for (int i = 0; i < columns.size(); i++) {
      parameters.put("k" + i, value(cursor, i));
    }
    parameters.put("k" + columns.size(), cursor.string(columns.size()));
  }

  private Object value(Cursor cursor, int position) {
    return switch (columns.get(position)) {
      case "urgency" -> (int) cursor.number(position);
      case "name_key" -> cursor.string(position);
      default -> cursor.instant(position).atOffset(java.time.ZoneOffset.UTC);
    };
  }

  private static Instant orEpoch(@Nullable Instant at) {
    return at == null ? Instant.EPOCH : at;
  }
}
