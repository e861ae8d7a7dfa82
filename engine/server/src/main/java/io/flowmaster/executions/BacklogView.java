package io.flowmaster.executions;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Work that waits, fails or is held back.
 *
 * @param at when it was looked at
 * @param jobs what the engine does itself
 * @param topics external tasks by topic, at most 200; what waits the most comes first
 * @param complete false when there are more topics than are listed
 */
public record BacklogView(
    Instant at, JobBacklog jobs, List<TopicBacklog> topics, boolean complete) {

  /**
   * Timers and asynchronous steps.
   *
   * @param due how many could run now
   * @param later how many wait for their time, or for their next try
   * @param failed how many are out of retries
   * @param held how many are held back by a pause
   * @param oldestDue since when the oldest that could run has been waiting; null when none is
   */
  public record JobBacklog(
      @Schema(example = "3") long due,
      @Schema(example = "120") long later,
      @Schema(example = "1") long failed,
      @Schema(example = "0") long held,
      @Nullable Instant oldestDue) {}

  /**
   * The external tasks of a topic.
   *
   * @param topic by which workers fetch them
   * @param waiting how many a worker could fetch now
   * @param working how many a worker has, or will get again after a failure
   * @param failed how many are out of retries
   * @param held how many are held back by a pause
   * @param workers how many different workers have some
   * @param oldestWaiting since when the oldest that could be fetched exists; null when none waits
   * @param noWorker whether something has been waiting for longer than <code>
   *     flowmaster.executions.no-worker-after</code>, nobody has any, and no worker that announces
   *     itself lives for the topic: most likely none runs
   */
  public record TopicBacklog(
      @Schema(example = "credit-check") String topic,
      @Schema(example = "12") long waiting,
      @Schema(example = "2") long working,
      @Schema(example = "0") long failed,
      @Schema(example = "0") long held,
      @Schema(example = "1") int workers,
      @Nullable Instant oldestWaiting,
      boolean noWorker) {}
}
