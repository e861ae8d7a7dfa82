package io.flowmaster.engine.internal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.ibatis.executor.BatchResult;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Statements with the same text that follow each other: several rows of a table.
 *
 * @param values the brackets of an {@code insert … values (…)}; null for every other statement
 */
record WriteGroup(List<WrittenRow> rows, String sql, @Nullable String values) {
  private static final String INSERT = "insert";
  private static final String VALUES = "values";
  private static final Pattern TABLE =
      Pattern.compile("(?is)\\s*(?:insert\\s+into|update|delete\\s+from)\\s+(\\w+).*");

  static List<WriteGroup> of(List<WrittenRow> rows) {
    List<WriteGroup> groups = new ArrayList<>();
    for (int from = 0; from < rows.size(); ) {
      String sql = rows.get(from).sql();
      int to = from + 1;
      while (to < rows.size() && rows.get(to).sql().equals(sql)) {
        to++;
      }
      groups.add(new WriteGroup(rows.subList(from, to), sql, values(sql)));
      from = to;
    }
    return groups;
  }

  private static @Nullable String values(String sql) {
    String text = sql.stripTrailing();
    int open = text.lastIndexOf('(');
    if (open < 0 || text.indexOf(')', open) != text.length() - 1) {
      return null;
    }
    String before = text.substring(0, open).stripTrailing();
    boolean isInsert = before.stripLeading().regionMatches(true, 0, INSERT, 0, INSERT.length());
    int word = before.length() - VALUES.length();
    return isInsert && before.regionMatches(true, word, VALUES, 0, VALUES.length())
        ? text.substring(open)
        : null;
  }

  /** All statements in one. */
  static String text(List<WriteGroup> groups) {
    StringBuilder text = new StringBuilder();
    for (WriteGroup group : groups) {
      String between = group.isOneInsert() ? "," + group.values : ";" + group.sql;
      text.append(text.isEmpty() ? "" : ";").append(group.sql);
      text.append(between.repeat(group.rows.size() - 1));
    }
    return text.toString();
  }

  /**
   * The number of the group that failed: the first about the table which the database names, or
   * just the first when it names none.
   */
  static int failed(List<WriteGroup> groups, SQLException e) {
    ServerErrorMessage said = e instanceof PSQLException of ? of.getServerErrorMessage() : null;
    String table = said == null ? null : said.getTable();
    for (int i = 0; table != null && i < groups.size(); i++) {
      Matcher about = TABLE.matcher(groups.get(i).sql);
      if (about.matches() && about.group(1).toLowerCase(Locale.ROOT).equals(table)) {
        return i;
      }
    }
    return 0;
  }

  boolean isOneInsert() {
    return values != null;
  }

  /** Without counts yet. */
  BatchResult result() {
    WrittenRow first = rows.get(0);
    BatchResult result = new BatchResult(first.mapped(), sql, first.parameter());
    rows.subList(1, rows.size()).forEach(row -> result.addParameterObject(row.parameter()));
    return result;
  }

  String failed() {
    return rows.get(0).mapped().getId() + " failed.";
  }
}
