package io.flowmaster.platform;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.StatementCreatorUtils;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Sends what a transaction writes, and nothing in it reads again, right before the commit and in
 * the order in which it was given: on PostgreSQL in one trip, elsewhere one by one. On a small
 * server the trips of a transaction cost more than its rows.
 */
@Component
public class WritesAtCommit {
  /** More would make a text that hardly comes again, and each text is prepared. */
  private static final int MOST_STATEMENTS = 16;

  /** So many rows of one kind are better one batch. */
  private static final int MANY_ROWS = 5;

  private final JdbcTemplate jdbc;
  private final boolean isPipelined;
  private final BeforeCommit<List<Write>> writes =
      new BeforeCommit<>(BeforeCommit.Stage.WRITES, ArrayList::new, this::send);

  private record Write(String sql, Object[] values) {}

  WritesAtCommit(JdbcTemplate jdbc, DataSource database) throws MetaDataAccessException {
    this.jdbc = jdbc;
    this.isPipelined =
        "PostgreSQL"
            .equals(JdbcUtils.extractDatabaseMetaData(database, m -> m.getDatabaseProductName()));
  }

  /**
   * Has a statement sent at the end of the transaction, or at once when there is none. A failure
   * then rolls the transaction back.
   *
   * @param sql one insert, update or delete with {@code ?} for each value; how many rows it changes
   *     is not told
   * @param values of which null and whatever the driver cannot tell is an {@link
   *     org.springframework.jdbc.core.SqlParameterValue}
   */
  public void add(String sql, Object... values) {
    Write write = new Write(sql.strip(), values.clone());
    writes.collect(all -> all.add(write));
  }

  private void send(List<Write> all) {
    List<Write> trip = new ArrayList<>();
    for (int from = 0; from < all.size(); ) {
      int to = from + 1;
      while (to < all.size() && all.get(to).sql().equals(all.get(from).sql())) {
        to++;
      }
      List<Write> same = all.subList(from, to);
      if (!isPipelined || same.size() >= MANY_ROWS) {
        together(trip);
        batch(same);
      } else {
        trip.addAll(same);
      }
      if (trip.size() >= MOST_STATEMENTS) {
        together(trip);
      }
      from = to;
    }
    together(trip);
  }

  private void batch(List<Write> same) {
    if (same.size() == 1) {
      jdbc.update(same.get(0).sql(), same.get(0).values());
    } else {
      jdbc.batchUpdate(same.get(0).sql(), same.stream().map(Write::values).toList());
    }
  }

  /** Sends and empties. */
  private void together(List<Write> trip) {
    if (trip.isEmpty()) {
      return;
    }
    String text = trip.stream().map(Write::sql).collect(Collectors.joining(";\n"));
    List<Object> values = trip.stream().flatMap(write -> Arrays.stream(write.values())).toList();
    trip.clear();
    jdbc.execute(text, (PreparedStatement statement) -> execute(statement, values));
  }

  private static boolean execute(PreparedStatement statement, List<Object> values)
      throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      StatementCreatorUtils.setParameterValue(
          statement, i + 1, SqlTypeValue.TYPE_UNKNOWN, values.get(i));
    }
    return statement.execute();
  }
}
