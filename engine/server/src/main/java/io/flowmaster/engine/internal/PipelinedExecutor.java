package io.flowmaster.engine.internal;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.ibatis.executor.BatchExecutor;
import org.apache.ibatis.executor.BatchExecutorException;
import org.apache.ibatis.executor.BatchResult;
import org.apache.ibatis.executor.statement.StatementHandler;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.RowBounds;
import org.apache.ibatis.transaction.Transaction;

/**
 * Sends all that a command writes to the database in one trip: the statements of its flush stand
 * behind each other in one text, whose parts the driver prepares once and sends together. MyBatis
 * would make a trip for each kind of row, and on a small server the trips cost more than the rows.
 *
 * <p>A flush of many rows goes as batches, as before: texts that hardly ever come again would only
 * fill the driver's cache.
 */
final class PipelinedExecutor extends BatchExecutor {
  private static final int MOST_ROWS = 40;
  private final List<WrittenRow> rows = new ArrayList<>();

  PipelinedExecutor(Configuration mappings, Transaction transaction) {
    super(mappings, transaction);
  }

  @Override
  public int doUpdate(MappedStatement mapped, Object parameter) throws SQLException {
    StatementHandler handler =
        configuration.newStatementHandler(this, mapped, parameter, RowBounds.DEFAULT, null, null);
    RecordedParameters parameters = new RecordedParameters();
    handler.parameterize(parameters.statement());
    rows.add(new WrittenRow(mapped, handler.getBoundSql().getSql(), parameter, parameters));
    return BATCH_UPDATE_RETURN_VALUE;
  }

  @Override
  public List<BatchResult> doFlushStatements(boolean isRollback) throws SQLException {
    List<WrittenRow> written = List.copyOf(rows);
    rows.clear();
    if (isRollback || written.isEmpty()) {
      return List.of();
    }
    List<WriteGroup> groups = WriteGroup.of(written);
    return groups.size() == 1 || written.size() > MOST_ROWS
        ? oneByOne(groups)
        : together(groups, written);
  }

  private List<BatchResult> oneByOne(List<WriteGroup> groups) throws SQLException {
    List<BatchResult> results = new ArrayList<>(groups.size());
    for (WriteGroup group : groups) {
      BatchResult result = group.result();
      try (PreparedStatement statement = connection(group).prepareStatement(group.sql())) {
        applyTransactionTimeout(statement);
        for (WrittenRow row : group.rows()) {
          row.parameters().replay(statement, 0);
          statement.addBatch();
        }
        result.setUpdateCounts(statement.executeBatch());
      } catch (BatchUpdateException e) {
        throw new BatchExecutorException(group.failed(), e, results, result);
      }
      results.add(result);
    }
    return results;
  }

  private List<BatchResult> together(List<WriteGroup> groups, List<WrittenRow> written)
      throws SQLException {
    try (PreparedStatement statement =
        connection(groups.get(0)).prepareStatement(WriteGroup.text(groups))) {
      applyTransactionTimeout(statement);
      int at = 0;
      for (WrittenRow row : written) {
        at = row.parameters().replay(statement, at);
      }
      statement.execute();
      List<BatchResult> results = new ArrayList<>(groups.size());
      for (WriteGroup group : groups) {
        BatchResult result = group.result();
        result.setUpdateCounts(counts(group, statement));
        results.add(result);
      }
      return results;
    } catch (SQLException e) {
      throw failure(groups, e);
    }
  }

  /** One insert of many rows has one count; others are repeated for each row. */
  private static int[] counts(WriteGroup group, PreparedStatement statement) throws SQLException {
    int[] counts = new int[group.rows().size()];
    if (group.isOneInsert()) {
      Arrays.fill(counts, 1);
      statement.getMoreResults();
      return counts;
    }
    for (int i = 0; i < counts.length; i++) {
      counts[i] = statement.getUpdateCount();
      statement.getMoreResults();
    }
    return counts;
  }

  /** The engine wants to know which row failed; the database says in which table it stands. */
  private static BatchExecutorException failure(List<WriteGroup> groups, SQLException e) {
    int failed = WriteGroup.failed(groups, e);
    List<BatchResult> results = new ArrayList<>();
    for (WriteGroup group : groups.subList(0, failed)) {
      BatchResult result = group.result();
      int[] counts = new int[group.rows().size()];
      Arrays.fill(counts, 1);
      result.setUpdateCounts(counts);
      results.add(result);
    }
    WriteGroup group = groups.get(failed);
    BatchUpdateException cause =
        new BatchUpdateException(e.getMessage(), e.getSQLState(), e.getErrorCode(), new int[0], e);
    cause.setNextException(e);
    return new BatchExecutorException(group.failed(), cause, results, group.result());
  }

  private Connection connection(WriteGroup group) throws SQLException {
    return getConnection(group.rows().get(0).mapped().getStatementLog());
  }
}
