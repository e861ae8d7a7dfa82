package io.flowmaster.prompts;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Two versions under one label, compared by what comes of them (A/B).
 *
 * @param id never changes
 * @param label under which both are rendered
 * @param share how many of a hundred subjects are given the challenger
 * @param present the version that had the label when the trial began
 * @param challenger the other
 * @param significant whether the means differ by more than chance would explain in 95 of 100
 *     trials; never with fewer than 20 results on either side
 * @param begunAt when it began
 * @param begunBy who began it
 * @param endedAt null while it runs
 */
public record PromptTrial(
    @Schema(example = "0192f0c1-2b7a-7c3e-9b1d-0a4f5e6d7c8e") String id,
    @Schema(example = "production") String label,
    @Schema(example = "20") int share,
    Side present,
    Side challenger,
    @Schema(example = "false") boolean significant,
    @Schema(example = "2026-11-30T08:00:00Z") Instant begunAt,
    @Schema(example = "ana") String begunBy,
    @Schema(example = "2026-12-07T08:00:00Z") @Nullable Instant endedAt) {

  /**
   * How a version does.
   *
   * @param version which
   * @param results how many were reported
   * @param mean their mean score; null without any
   * @param deviation their standard deviation; null with fewer than two
   */
  @Schema(name = "PromptTrialSide")
  public record Side(
      @Schema(example = "2") int version,
      @Schema(example = "41") long results,
      @Schema(example = "0.82") @Nullable Double mean,
      @Schema(example = "0.11") @Nullable Double deviation) {}
}
