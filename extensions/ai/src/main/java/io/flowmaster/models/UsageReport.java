package io.flowmaster.models;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What language models took in some days.
 *
 * @param from the first day, in UTC
 * @param to the last day
 * @param by what the groups are
 * @param total of all that the filters leave
 * @param groups days in their order, others by cost and then by tokens; at most 400
 */
public record UsageReport(
    @Schema(example = "2026-11-01") LocalDate from,
    @Schema(example = "2026-11-30") LocalDate to,
    @Schema(example = "DAY") By by,
    Sum total,
    List<Group> groups) {
  public UsageReport {
    groups = List.copyOf(groups);
  }

  /** What is summed up together. */
  public enum By {
    DAY,
    AGENT,
    PROCESS,
    MODEL,
    PURPOSE
  }

  /**
   * What is asked for.
   *
   * @param from null for 30 days before {@code to}
   * @param to null for today
   * @param agent null for all
   * @param processKey null for all
   * @param model as {@code provider/model}; null for all
   * @param purpose null for all
   */
  public record Query(
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      By by,
      @Nullable String agent,
      @Nullable String processKey,
      @Nullable String model,
      @Nullable String purpose) {}

  /**
   * One of the groups.
   *
   * @param key the day, the agent's id, the BPMN process id, {@code provider/model} or the area;
   *     empty for calls of no agent or process
   * @param sum what it took
   */
  @Schema(name = "UsageGroup")
  public record Group(@Schema(example = "2026-11-30") String key, Sum sum) {}

  /**
   * What was taken.
   *
   * @param calls how many
   * @param cached how many of them were answered from before
   * @param failed how many of them came to nothing
   * @param inputTokens of the questions
   * @param outputTokens of the answers
   * @param costUsd in US dollars, of the models whose prices are configured
   * @param averageMs how long a call took on average; 0 without any
   */
  @Schema(name = "UsageSum")
  public record Sum(
      @Schema(example = "120") long calls,
      @Schema(example = "14") long cached,
      @Schema(example = "1") long failed,
      @Schema(example = "48210") long inputTokens,
      @Schema(example = "9120") long outputTokens,
      @Schema(example = "0.41") BigDecimal costUsd,
      @Schema(example = "830") long averageMs) {}
}
