package io.flowmaster.models;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.flowmaster.platform.Revision;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What language models may cost at most in a day or a month, in UTC. A call begun before the limit
 * is reached ends.
 *
 * @param id never changes
 * @param scope whose calls count
 * @param subject the agent's id or the BPMN process id; empty for the whole tenant
 * @param period when it begins anew
 * @param limitUsd in US dollars; null when only tokens count
 * @param limitTokens of questions and answers; null when only money counts
 * @param warnPercent of the limit at which it is told that it will be reached
 * @param spentUsd in the present period
 * @param spentTokens in the present period
 * @param percent of the limit that is used up, of the nearer one
 * @param updatedAt when it was changed last
 * @param updatedBy who changed it last
 */
public record Budget(
    @Schema(example = "0192f0c1-2b7a-7c3e-9b1d-0a4f5e6d7c90") String id,
    @Schema(example = "AGENT") Scope scope,
    @Schema(example = "0192f0c1-2b7a-7c3e-9b1d-0a4f5e6d7c80") String subject,
    @Schema(example = "MONTH") Period period,
    @Schema(example = "50") @Nullable BigDecimal limitUsd,
    @Schema(example = "2000000") @Nullable Long limitTokens,
    @Schema(example = "80") int warnPercent,
    @Schema(example = "12.34") BigDecimal spentUsd,
    @Schema(example = "481200") long spentTokens,
    @Schema(example = "25") int percent,
    @Schema(example = "2026-11-30T08:00:00Z") Instant updatedAt,
    @Schema(example = "ana") String updatedBy,
    @Schema(hidden = true) @JsonIgnore Revision revision) {

  /** Whose calls count. */
  public enum Scope {
    TENANT,
    AGENT,
    PROCESS
  }

  /** When it begins anew. */
  public enum Period {
    DAY,
    MONTH
  }

  /**
   * A budget to be.
   *
   * @param subject empty for the whole tenant
   */
  public record Draft(
      Scope scope,
      String subject,
      Period period,
      @Nullable BigDecimal limitUsd,
      @Nullable Long limitTokens,
      int warnPercent) {}
}
