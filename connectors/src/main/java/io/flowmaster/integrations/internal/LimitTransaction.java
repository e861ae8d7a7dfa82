package io.flowmaster.integrations.internal;

import io.github.bucket4j.distributed.proxy.generic.select_for_update.LockAndGetResult;
import io.github.bucket4j.distributed.proxy.generic.select_for_update.SelectForUpdateBasedTransaction;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.UncategorizedSQLException;

/** One row of {@code integrations_limit}, locked while it is counted; apart from any other work. */
final class LimitTransaction implements SelectForUpdateBasedTransaction {
  private final DataSource database;
  private final String id;
  private @Nullable Connection connection;

  LimitTransaction(DataSource database, String id) {
    this.database = database;
    this.id = id;
  }

  @Override
  public void begin(Optional<Long> timeout) {
    run(
        "begin",
        () -> {
          connection = database.getConnection();
          connection.setAutoCommit(false);
          return true;
        });
  }

  @Override
  public void rollback() {
    run("rollback", () -> end(Connection::rollback));
  }

  @Override
  public void commit(Optional<Long> timeout) {
    run("commit", () -> end(Connection::commit));
  }

  @Override
  public LockAndGetResult tryLockAndGet(Optional<Long> timeout) {
    String sql = "select state from integrations_limit where id = ? for update";
    return run(
        sql,
        () -> {
          try (PreparedStatement statement = prepared(sql)) {
            statement.setString(1, id);
            try (ResultSet row = statement.executeQuery()) {
              return row.next()
                  ? LockAndGetResult.locked(row.getBytes(1))
                  : LockAndGetResult.notLocked();
            }
          }
        });
  }

  @Override
  public boolean tryInsertEmptyData(Optional<Long> timeout) {
    String sql =
        "insert into integrations_limit (id) select ? where not exists"
            + " (select 1 from integrations_limit where id = ?)";
    try (PreparedStatement statement = prepared(sql)) {
      statement.setString(1, id);
      statement.setString(2, id);
      return statement.executeUpdate() > 0;
    } catch (SQLException sameTime) {
      return false;
    }
  }

  @Override
  public void update(byte[] data, RemoteBucketState state, Optional<Long> timeout) {
    String sql = "update integrations_limit set state = ? where id = ?";
    run(
        sql,
        () -> {
          try (PreparedStatement statement = prepared(sql)) {
            statement.setBytes(1, data);
            statement.setString(2, id);
            return statement.executeUpdate();
          }
        });
  }

  @Override
  public void release() {
    run(
        "release",
        () -> {
          if (connection != null) {
            connection.setAutoCommit(true);
            connection.close();
          }
          return true;
        });
  }

  private PreparedStatement prepared(String sql) throws SQLException {
    if (connection == null) {
      throw new SQLException("not begun");
    }
    return connection.prepareStatement(sql);
  }

  private boolean end(Ending ending) throws SQLException {
    if (connection != null) {
      ending.of(connection);
    }
    return true;
  }

  private static <T> T run(String task, Work<T> work) {
    try {
      return work.run();
    } catch (SQLException e) {
      throw new UncategorizedSQLException(task, null, e);
    }
  }

  private interface Work<T> {
    T run() throws SQLException;
  }

  private interface Ending {
    void of(Connection connection) throws SQLException;
  }
}
