package io.flowmaster.executions.internal;

import io.flowmaster.executions.ExecutionStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One execution as the engine's history has it.
 *
 * @param rootId the outermost execution; the same as {@code id} for an outermost one
 */
record ExecutionRow(
    String id,
    String rootId,
    @Nullable String parentId,
    String definitionId,
    String processKey,
    @Nullable String businessKey,
    ExecutionStatus status,
    Instant startedAt,
    @Nullable String startedBy,
    @Nullable Instant endedAt) {

  static final String OPEN_INCIDENT =
      "exists (select 1 from ACT_RU_INCIDENT i where i.PROC_INST_ID_ = p.ID_)";

  static final String SELECT =
      "select p.ID_, p.ROOT_PROC_INST_ID_, p.SUPER_PROCESS_INSTANCE_ID_, p.PROC_DEF_ID_,"
          + " p.PROC_DEF_KEY_, p.BUSINESS_KEY_, p.STATE_, p.START_TIME_, p.START_USER_ID_, p.END_TIME_,"
          + " case when p.STATE_ = 'ACTIVE' and "
          + OPEN_INCIDENT
          + " then 1 else 0 end as FAILED_ from ACT_HI_PROCINST p";

  static ExecutionRow read(ResultSet row, int number) throws SQLException {
    return new ExecutionRow(
        row.getString("ID_"),
        row.getString("ROOT_PROC_INST_ID_"),
        row.getString("SUPER_PROCESS_INSTANCE_ID_"),
        row.getString("PROC_DEF_ID_"),
        row.getString("PROC_DEF_KEY_"),
        row.getString("BUSINESS_KEY_"),
        status(row.getString("STATE_"), row.getInt("FAILED_") == 1),
        row.getTimestamp("START_TIME_").toInstant(),
        row.getString("START_USER_ID_"),
        instant(row.getTimestamp("END_TIME_")));
  }

  boolean isRoot() {
    return id.equals(rootId);
  }

  boolean hasEnded() {
    return endedAt != null;
  }

  static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }

  private static ExecutionStatus status(String state, boolean failed) {
    return switch (state) {
      case "ACTIVE" -> failed ? ExecutionStatus.FAILED : ExecutionStatus.RUNNING;
      case "SUSPENDED" -> ExecutionStatus.PAUSED;
      case "COMPLETED" -> ExecutionStatus.COMPLETED;
      default -> ExecutionStatus.CANCELLED;
    };
  }
}
