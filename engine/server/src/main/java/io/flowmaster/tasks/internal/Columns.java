package io.flowmaster.tasks.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How values stand in the columns of the inbox. */
final class Columns {
  private static final OffsetDateTime NEVER = OffsetDateTime.parse("9999-12-31T00:00:00Z");
  private static final int LONGEST = 255;

  /** The last due date that is kept. */
  static final Instant LATEST = Instant.parse("9999-12-30T23:59:59.999Z");

  private Columns() {}

  static @Nullable OffsetDateTime time(@Nullable Instant at) {
    return at == null ? null : at.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
  }

  /** A due date for an index: no due date sorts last. */
  static OffsetDateTime due(@Nullable Instant at) {
    OffsetDateTime time = time(at);
    return time == null || time.isAfter(NEVER) ? NEVER : time;
  }

  static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  static Instant sureTime(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static @Nullable Instant due(ResultSet row) throws SQLException {
    OffsetDateTime time = row.getObject("due", OffsetDateTime.class);
    return time.isBefore(NEVER) ? time.toInstant() : null;
  }

  /** What a list by name is ordered by. */
  static String nameKey(String name) {
    String key = name.toLowerCase(Locale.ROOT);
    return key.length() <= LONGEST ? key : key.substring(0, LONGEST);
  }
}
