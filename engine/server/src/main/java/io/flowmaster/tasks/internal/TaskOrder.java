package io.flowmaster.tasks.internal;

import io.flowmaster.platform.Cursor;
import io.flowmaster.tasks.TaskSearch.Sort;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A column that the inbox can be ordered by. */
enum TaskOrder {
  DUE("due", true),
  /** Urgency is the negative priority: urgent first is ascending. */
  PRIORITY("urgency", true),
  CREATED("created_at", true),
  NAME("name_key", true),
  ENDED("ended_at", false),
  ESCALATED("escalated_at", true);

  private final String column;
  private final boolean inEntries;

  TaskOrder(String column, boolean inEntries) {
    this.column = column;
    this.inEntries = inEntries;
  }

  static TaskOrder of(Sort.Field field) {
    return valueOf(field.name());
  }

  String column() {
    return column;
  }

  /** Whether the entries of lists have the column too. */
  boolean isInEntries() {
    return inEntries;
  }

  /** What the column says of a row; {@link #value} reads it back. */
  Object key(TaskRow row) {
    EngineTask task = row.task();
    return switch (this) {
      case DUE -> Columns.due(task.dueAt()).toInstant();
      case PRIORITY -> -task.priority();
      case CREATED -> task.createdAt();
      case NAME -> Columns.nameKey(task.name());
      case ENDED -> orEpoch(task.endedAt());
      case ESCALATED -> orEpoch(row.escalation() == null ? null : row.escalation().at());
    };
  }

  /** How the database's value of the column is read. */
  Class<?> type() {
    return switch (this) {
      case PRIORITY -> Integer.class;
      case NAME -> String.class;
      default -> OffsetDateTime.class;
    };
  }

  Object value(Cursor cursor, int position) {
    return switch (this) {
      case PRIORITY -> (int) cursor.number(position);
      case NAME -> cursor.string(position);
      default -> cursor.instant(position).atOffset(ZoneOffset.UTC);
    };
  }

  private static Instant orEpoch(@Nullable Instant at) {
    return at == null ? Instant.EPOCH : at;
  }
}
