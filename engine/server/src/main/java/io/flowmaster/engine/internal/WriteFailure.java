package io.flowmaster.engine.internal;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.ibatis.executor.BatchExecutorException;
import org.apache.ibatis.executor.BatchResult;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.postgresql.util.ServerErrorMessage;

/**
 * Tells the engine which of the statements of one text failed: it takes some failures for a lost
 * race. The database says no more than which table was meant.
 */
final class WriteFailure {
  private WriteFailure() {}

  static BatchExecutorException of(List<WriteGroup> groups, SQLException e) {
    ServerErrorMessage said = e instanceof PSQLException of ? of.getServerErrorMessage() : null;
    String table = said == null ? null : said.getTable();
    // Rows that this flush was to delete are still there and refer to what it deletes next: no row
    // was deleted, because somebody else has changed them meanwhile.
    int left = WriteGroup.find(groups, table, WriteGroup::isDelete);
    boolean isLostRace =
        left >= 0
            && left + 1 < groups.size()
            && PSQLState.FOREIGN_KEY_VIOLATION.getState().equals(e.getSQLState());
    int failed = isLostRace ? left + 1 : Math.max(0, WriteGroup.find(groups, table, any -> true));
    List<BatchResult> before = new ArrayList<>();
    for (int i = 0; i < failed; i++) {
      before.add(groups.get(i).done(isLostRace && i == left ? 0 : 1));
    }
    return failure(groups.get(failed), before, e);
  }

  private static BatchExecutorException failure(
      WriteGroup group, List<BatchResult> before, SQLException e) {
    BatchUpdateException cause =
        new BatchUpdateException(e.getMessage(), e.getSQLState(), e.getErrorCode(), new int[0], e);
    cause.setNextException(e);
    return new BatchExecutorException(group.failed(), cause, before, group.result());
  }
}
