package io.flowmaster.engine;

import io.flowmaster.platform.TenantId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hears of every execution that began or ended, whichever door it came through: API, REST, timer,
 * message, deletion. Called executions are part of their caller and not told. Called once per
 * transaction, right before it commits and inside it.
 */
public interface ExecutionChanges {

  /** An execution that began and one that ended in the same transaction are in both. */
  void executionsChanged(List<Begun> begun, List<Over> over);

  /**
   * An execution that began.
   *
   * @param startedBy the id of who started it; null when nobody in person did
   */
  record Begun(
      TenantId tenant,
      String id,
      String processDefinitionId,
      String processKey,
      @Nullable String businessKey,
      @Nullable String startedBy,
      Instant at) {}

  /**
   * An execution that ended.
   *
   * @param completed false when it was cancelled
   * @param reason why it was cancelled, if anybody said so
   */
  record Over(TenantId tenant, String id, boolean completed, @Nullable String reason, Instant at) {}
}
