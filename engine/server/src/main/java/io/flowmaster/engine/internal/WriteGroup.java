package io.flowmaster.engine.internal;

import io.flowmaster.engine.internal.ArrayInserts.ArrayInsert;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.ibatis.executor.BatchResult;
import org.jspecify.annotations.Nullable;

/**
 * Statements with the same text that follow each other.
 *
 * @param insert the one statement for all rows; null when the text is repeated for each
 * @param values of the rows, where there is one statement for them
 */
record WriteGroup(List<WrittenRow> rows, @Nullable ArrayInsert insert, List<List<Object>> values) {
  private static final Pattern TABLE =
      Pattern.compile("(?is)\\s*(?:insert\\s+into|update|delete\\s+from)\\s+(\\w+).*");

  static List<WriteGroup> of(List<WrittenRow> rows, ArrayInserts inserts, Connection connection)
      throws SQLException {
    List<WriteGroup> groups = new ArrayList<>();
    for (int from = 0; from < rows.size(); ) {
      int to = from + 1;
      while (to < rows.size() && rows.get(to).sql().equals(rows.get(from).sql())) {
        to++;
      }
      groups.add(group(rows.subList(from, to), inserts, connection));
      from = to;
    }
    return groups;
  }

  private static WriteGroup group(
      List<WrittenRow> rows, ArrayInserts inserts, Connection connection) throws SQLException {
    ArrayInsert insert =
        rows.size() == 1 ? null : inserts.of(rows.get(0).sql(), connection).orElse(null);
    List<List<Object>> values = new ArrayList<>();
    for (WrittenRow row : insert == null ? List.<WrittenRow>of() : rows) {
      List<Object> ofRow = row.parameters().values();
      if (ofRow == null || ofRow.size() != insert.types().size()) {
        return new WriteGroup(rows, null, List.of());
      }
      values.add(ofRow);
    }
    return new WriteGroup(rows, insert, values);
  }

  /** All statements in one. */
  static String text(List<WriteGroup> groups) {
    StringBuilder text = new StringBuilder();
    for (WriteGroup group : groups) {
      String one = group.insert == null ? group.sql() : group.insert.sql();
      for (int i = 0; i < group.statements(); i++) {
        text.append(text.isEmpty() ? "" : ";").append(one);
      }
    }
    return text.toString();
  }

  /** The number of the first group about a table that the filter takes; -1 without one. */
  static int find(List<WriteGroup> groups, @Nullable String table, Predicate<WriteGroup> filter) {
    for (int i = 0; table != null && i < groups.size(); i++) {
      Matcher about = TABLE.matcher(groups.get(i).sql());
      if (about.matches()
          && about.group(1).toLowerCase(Locale.ROOT).equals(table)
          && filter.test(groups.get(i))) {
        return i;
      }
    }
    return -1;
  }

  boolean isDelete() {
    return sql().stripLeading().regionMatches(true, 0, "delete", 0, "delete".length());
  }

  String sql() {
    return rows.get(0).sql();
  }

  int statements() {
    return insert == null ? rows.size() : 1;
  }

  /** Answers how many parameters are set then. */
  int bind(PreparedStatement statement, int before) throws SQLException {
    if (insert != null) {
      return insert.bind(statement, before, values);
    }
    int at = before;
    for (WrittenRow row : rows) {
      at = row.parameters().replay(statement, at);
    }
    return at;
  }

  /** Takes the counts of these statements from those of all; an insert of many rows has one. */
  BatchResult done(PreparedStatement statement) throws SQLException {
    int[] counts = new int[rows.size()];
    Arrays.fill(counts, 1);
    for (int i = 0; i < statements(); i++) {
      counts[i] = insert == null ? statement.getUpdateCount() : 1;
      statement.getMoreResults();
    }
    return result(counts);
  }

  /** As if each statement had changed so many rows. */
  BatchResult done(int each) {
    int[] counts = new int[rows.size()];
    Arrays.fill(counts, each);
    return result(counts);
  }

  BatchResult result(int... counts) {
    WrittenRow first = rows.get(0);
    BatchResult result = new BatchResult(first.mapped(), first.sql(), first.parameter());
    rows.subList(1, rows.size()).forEach(row -> result.addParameterObject(row.parameter()));
    result.setUpdateCounts(counts);
    return result;
  }

  String failed() {
    return rows.get(0).mapped().getId() + " failed.";
  }
}
