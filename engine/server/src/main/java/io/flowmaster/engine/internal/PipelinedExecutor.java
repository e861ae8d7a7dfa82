package io.flowmaster.engine.internal;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
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
 * <p>A flush of many updates or deletes goes as batches, as before: such a text would hardly ever
 * come again and only fill the driver's cache.
 */
final class PipelinedExecutor extends BatchExecutor {
  private static final int MOST_STATEMENTS = 24;
  private final ArrayInserts inserts;
  private final List<WrittenRow> rows = new ArrayList<>();

  PipelinedExecutor(Configuration mappings, Transaction transaction, ArrayInserts inserts) {
    super(mappings, transaction);
    this.inserts = inserts;
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
    Connection connection = getConnection(written.get(0).mapped().getStatementLog());
    List<WriteGroup> groups = WriteGroup.of(written, inserts, connection);
    int statements = groups.stream().mapToInt(WriteGroup::statements).sum();
    return statements > MOST_STATEMENTS
        ? oneByOne(groups, connection)
        : together(groups, connection);
  }

  private List<BatchResult> oneByOne(List<WriteGroup> groups, Connection connection)
      throws SQLException {
    List<BatchResult> results = new ArrayList<>(groups.size());
    for (WriteGroup group : groups) {
      try (PreparedStatement statement = connection.prepareStatement(group.sql())) {
        applyTransactionTimeout(statement);
        for (WrittenRow row : group.rows()) {
          row.parameters().replay(statement, 0);
          statement.addBatch();
        }
        results.add(group.result(statement.executeBatch()));
      } catch (BatchUpdateException e) {
        throw new BatchExecutorException(group.failed(), e, results, group.result());
      }
    }
    return results;
  }

  private List<BatchResult> together(List<WriteGroup> groups, Connection connection)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(WriteGroup.text(groups))) {
      applyTransactionTimeout(statement);
      int set = 0;
      for (WriteGroup group : groups) {
        set = group.bind(statement, set);
      }
      statement.execute();
      List<BatchResult> results = new ArrayList<>(groups.size());
      for (WriteGroup group : groups) {
        results.add(group.done(statement));
      }
      return results;
    } catch (SQLException e) {
      throw WriteFailure.of(groups, e);
    }
  }
}
