package io.flowmaster.executions;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What was given another try; empty when nothing had failed. */
public record RetriedWork(List<Item> retried) {

  /**
   * One failed job or external task.
   *
   * @param executionId where it failed: the execution itself or one that it called
   */
  public record Item(
      @Schema(example = "JOB") Type type,
      String id,
      @Schema(example = "book-shipment") String activityId,
      String executionId) {}

  /** What sort of work. */
  public enum Type {
    JOB,
    EXTERNAL_TASK
  }

  public RetriedWork {
    retried = List.copyOf(retried);
  }
}
