package io.flowmaster.engine.internal;

import java.sql.Connection;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The engine's inserts of one row, written so that they take any number of rows: the values of a
 * column come as an array. The text is the same for every number, so that the driver and the
 * database prepare it once.
 */
final class ArrayInserts {
  private static final Pattern ONE_ROW =
      Pattern.compile(
          "(?is)(\\s*insert\\s+into\\s[^()]*\\([^()]*\\)\\s*)values\\s*\\(\\s*\\?(?:\\s*,\\s*\\?)*\\s*\\)\\s*");

  private final Map<String, Optional<ArrayInsert>> known = new ConcurrentHashMap<>();

  /**
   * @param types the database's names of the columns' types
   */
  record ArrayInsert(String sql, List<String> types) {

    /** Sets the arrays from the given parameter on; answers how many parameters are set then. */
    int bind(PreparedStatement statement, int before, List<List<Object>> rows) throws SQLException {
      for (int column = 0; column < types.size(); column++) {
        Object[] values = new Object[rows.size()];
        for (int row = 0; row < values.length; row++) {
          values[row] = rows.get(row).get(column);
        }
        statement.setArray(
            before + column + 1,
            statement.getConnection().createArrayOf(types.get(column), values));
      }
      return before + types.size();
    }
  }

  /** Empty for a statement that is no insert of plain parameters. */
  Optional<ArrayInsert> of(String sql, Connection connection) throws SQLException {
    Optional<ArrayInsert> insert = known.get(sql);
    if (insert == null) {
      insert = read(sql, connection);
      known.put(sql, insert);
    }
    return insert;
  }

  private static Optional<ArrayInsert> read(String sql, Connection connection) throws SQLException {
    Matcher oneRow = ONE_ROW.matcher(sql);
    if (!oneRow.matches()) {
      return Optional.empty();
    }
    List<String> types = types(sql, connection);
    String arrays =
        types.stream().map(type -> "?::" + type + "[]").collect(Collectors.joining(", "));
    return Optional.of(
        new ArrayInsert(oneRow.group(1) + "select * from unnest(" + arrays + ")", types));
  }

  private static List<String> types(String sql, Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      ParameterMetaData parameters = statement.getParameterMetaData();
      List<String> types = new ArrayList<>();
      for (int i = 1; i <= parameters.getParameterCount(); i++) {
        types.add(parameters.getParameterTypeName(i));
      }
      return List.copyOf(types);
    }
  }
}
