package io.flowmaster.registry;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An external-task worker that announced itself.
 *
 * @param worker names it, as it does when it fetches tasks
 * @param version of what it runs; null when it does not say
 * @param topics what it works on
 * @param alive whether it announced itself lately
 * @param since since when it has been known
 * @param lastSeenAt when it announced itself for the last time
 */
public record AnnouncedWorker(
    @Schema(example = "risk-worker-7f9c") String worker,
    @Schema(example = "1.8.0") @Nullable String version,
    List<WorkedTopic> topics,
    boolean alive,
    Instant since,
    Instant lastSeenAt) {

  /**
   * A topic of a worker.
   *
   * @param topic by which it fetches
   * @param inFlight how many tasks it works on now
   * @param slots how many it can work on at once
   */
  public record WorkedTopic(
      @Schema(example = "credit-check") @NotBlank @Size(max = 255) String topic,
      @Schema(example = "3") @Min(0) @Max(100_000) int inFlight,
      @Schema(example = "32") @Min(0) @Max(100_000) int slots) {}

  public AnnouncedWorker {
    topics = List.copyOf(topics);
  }
}
