package io.flowmaster.executions.internal;

import io.flowmaster.engine.VariableCondition;
import io.flowmaster.engine.VariableSql;
import io.flowmaster.executions.ExecutionSearch;
import io.flowmaster.executions.ExecutionStatus;
import io.flowmaster.processes.ProcessCatalog;
import io.flowmaster.processes.ProcessNotFound;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a search into SQL over the engine's history. */
@Component
class ExecutionFilter {
  private static final String TOKEN_AT =
      """
      exists (select 1 from ACT_HI_ACTINST a
              where a.PROC_INST_ID_ = p.ID_ and a.ACT_ID_ = ? and a.END_TIME_ is null)
      or exists (select 1 from ACT_RU_JOB j join ACT_RU_JOBDEF d on d.ID_ = j.JOB_DEF_ID_
                 where j.PROCESS_INSTANCE_ID_ = p.ID_ and d.ACT_ID_ = ?
                   and j.HANDLER_TYPE_ = 'async-continuation')
      """;

  private final ExecutionRows rows;
  private final ProcessCatalog processes;

  ExecutionFilter(ExecutionRows rows, ProcessCatalog processes) {
    this.rows = rows;
    this.processes = processes;
  }

  /** The condition, or empty when nothing can match because there is no such process. */
  Optional<Condition> of(ExecutionSearch search) {
    Condition condition = rows.visible();
    if (search.parentId() == null) {
      condition.and("p.ROOT_PROC_INST_ID_ = p.ID_");
    }
    condition
        .andIf(search.parentId(), "p.SUPER_PROCESS_INSTANCE_ID_ = ?")
        .andIf(search.processKey(), "p.PROC_DEF_KEY_ = ?")
        .andIf(timestamp(search.startedAfter()), "p.START_TIME_ > ?")
        .andIf(timestamp(search.startedBefore()), "p.START_TIME_ < ?")
        .andIf(search.activityId(), TOKEN_AT);
    if (!process(search, condition)) {
      return Optional.empty();
    }
    if (!search.statuses().isEmpty()) {
      condition.and(
          search.statuses().stream()
              .map(ExecutionFilter::status)
              .collect(Collectors.joining(" or ")));
    }
    if (search.hasIncident() != null) {
      condition.and((search.hasIncident() ? "" : "not ") + ExecutionRow.OPEN_INCIDENT);
    }
    businessKey(search, condition);
    text(search, condition);
    search.variables().forEach(variable -> condition.and(variable(variable, condition)));
    return Optional.of(condition);
  }

  private boolean process(ExecutionSearch search, Condition condition) {
    try {
      if (search.processId() != null) {
        condition.andIf(processes.get(search.processId()).key(), "p.PROC_DEF_KEY_ = ?");
      }
    } catch (ProcessNotFound unknown) {
      return false;
    }
    condition.andIf(
        search.version(),
        "p.PROC_DEF_ID_ in (select d.ID_ from ACT_RE_PROCDEF d"
            + " where d.KEY_ = p.PROC_DEF_KEY_ and d.VERSION_ = ?)");
    return true;
  }

  private static String status(ExecutionStatus status) {
    return switch (status) {
      case RUNNING -> "(p.STATE_ = 'ACTIVE' and not " + ExecutionRow.OPEN_INCIDENT + ")";
      case FAILED -> "(p.STATE_ = 'ACTIVE' and " + ExecutionRow.OPEN_INCIDENT + ")";
      case PAUSED -> "p.STATE_ = 'SUSPENDED'";
      case COMPLETED -> "p.STATE_ = 'COMPLETED'";
      case CANCELLED -> "p.STATE_ in ('EXTERNALLY_TERMINATED', 'INTERNALLY_TERMINATED')";
    };
  }

  private static void businessKey(ExecutionSearch search, Condition condition) {
    String key = search.businessKey();
    if (key != null && key.endsWith("*")) {
      String beginning = VariableSql.pattern(key.substring(0, key.length() - 1).replace("*", ""));
      condition.andIf(beginning + "%", "p.BUSINESS_KEY_ like ? escape '!'");
    } else {
      condition.andIf(key, "p.BUSINESS_KEY_ = ?");
    }
  }

  private static void text(ExecutionSearch search, Condition condition) {
    if (search.q() == null || search.q().isBlank()) {
      return;
    }
    String q = search.q().strip();
    String part = condition.bind("%" + VariableSql.pattern(q.toLowerCase(Locale.ROOT)) + "%");
    condition.and(
        "p.ID_ = %s or lower(p.BUSINESS_KEY_) like %s escape '!' or lower(p.PROC_DEF_KEY_) like %s escape '!'"
            .formatted(condition.bind(q), part, part));
  }

  private static String variable(VariableCondition variable, Condition into) {
    return "exists (select 1 from ACT_HI_VARINST v where v.PROC_INST_ID_ = p.ID_ and v.EXECUTION_ID_ = p.ID_"
        + " and v.STATE_ = 'CREATED' and v.NAME_ = %s and (%s))"
            .formatted(
                into.bind(variable.name()),
                VariableSql.matches(variable, "v.VAR_TYPE_", "v", into::bind));
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant time) {
    return time == null ? null : Timestamp.from(time);
  }
}
