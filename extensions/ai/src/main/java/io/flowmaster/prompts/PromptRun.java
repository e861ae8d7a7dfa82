package io.flowmaster.prompts;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * A test set that was run on a version.
 *
 * @param id never changes
 * @param testSet which set
 * @param version on which version
 * @param score the mean of the cases', from 0 to 1
 * @param passed whether that is enough
 * @param current whether the set is still the one that was run
 * @param cases how each did
 * @param at when
 * @param by who ran it
 */
public record PromptRun(
    @Schema(example = "0192f0c1-2b7a-7c3e-9b1d-0a4f5e6d7c8d") String id,
    @Schema(example = "0192f0c1-2b7a-7c3e-9b1d-0a4f5e6d7c8c") String testSet,
    @Schema(example = "3") int version,
    @Schema(example = "0.95") double score,
    @Schema(example = "true") boolean passed,
    @Schema(example = "true") boolean current,
    List<Result> cases,
    @Schema(example = "2026-11-30T08:00:00Z") Instant at,
    @Schema(example = "ana") String by) {
  public PromptRun {
    cases = List.copyOf(cases);
  }

  /**
   * How a case did.
   *
   * @param name the case's
   * @param score the share of its checks that hold
   * @param failures what does not hold, in words
   * @param text what was looked at, at most 2,000 characters of it
   */
  @Schema(name = "PromptCaseResult")
  public record Result(
      @Schema(example = "A credit note") String name,
      @Schema(example = "0.5") double score,
      @Schema(example = "[\"does not contain Acme\"]") List<String> failures,
      @Schema(example = "You check invoices.") String text) {
    public Result {
      failures = List.copyOf(failures);
    }
  }
}
