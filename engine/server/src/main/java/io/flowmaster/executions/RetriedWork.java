package io.flowmaster.executions;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was given another try, and what came of it; empty when nothing had failed. */
public record RetriedWork(List<Item> retried) {

  /**
   * One failed job or external task.
   *
   * @param executionId where it failed: the execution itself or one that it called
   * @param message why it failed again; null otherwise
   */
  public record Item(
      @Schema(example = "JOB") Type type,
      String id,
      @Schema(example = "book-shipment") String activityId,
      String executionId,
      @Schema(
              description =
                  "PASSED: it ran and the execution went on. FAILED_AGAIN: it ran and the incident is"
                      + " back. RUNNING: not known yet, or no worker has come by. GONE: it was"
                      + " cancelled meanwhile.",
              example = "PASSED")
          Outcome outcome,
      @Schema(description = "Why it failed again", example = "Carrier refused")
          @Nullable String message) {

    /** The same work, with what came of it. */
    public Item as(Outcome found, @Nullable String why) {
      return new Item(type, id, activityId, executionId, found, why);
    }
  }

  /** What sort of work. */
  public enum Type {
    JOB,
    EXTERNAL_TASK
  }

  /** What came of the try. */
  public enum Outcome {
    PASSED,
    FAILED_AGAIN,
    RUNNING,
    GONE
  }

  public RetriedWork {
    retried = List.copyOf(retried);
  }

  /** Whether any of it came to this. */
  public boolean has(Outcome outcome) {
    return retried.stream().anyMatch(item -> item.outcome() == outcome);
  }
}
