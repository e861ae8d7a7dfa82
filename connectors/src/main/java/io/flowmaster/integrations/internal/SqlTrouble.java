package io.flowmaster.integrations.internal;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;

/** What a database's refusal means to a caller. */
final class SqlTrouble {
  /** No connection, too many, shutting down, deadlock, serialization (SQLSTATE classes). */
  private static final Set<String> PASSING = Set.of("08", "53", "57", "40", "55");

  private SqlTrouble() {}

  /**
   * @param isReadOnly whether asking again is safe even where nobody knows how far it came
   */
  static ConnectorProblem of(SQLException e, boolean isReadOnly) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    String kind = state.length() < 2 ? "" : state.substring(0, 2);
    if (kind.equals("08") && !isReadOnly && !isBeforeAnything(state)) {
      return ConnectorProblem.lasting(
          "sql-unclear", "The connection was lost. Whether the statement was run is not known.");
    }
    String detail = "The database refused: " + firstLine(e.getMessage());
    return PASSING.contains(kind)
        ? ConnectorProblem.passing("sql-" + state.toLowerCase(Locale.ROOT), detail)
        : ConnectorProblem.lasting("sql-" + state.toLowerCase(Locale.ROOT), detail);
  }

  private static boolean isBeforeAnything(String state) {
    return state.equals("08001") || state.equals("08004");
  }

  /** Later lines repeat the statement and its values. */
  private static String firstLine(String message) {
    return message == null ? "no reason." : message.lines().findFirst().orElse("no reason.");
  }
}
