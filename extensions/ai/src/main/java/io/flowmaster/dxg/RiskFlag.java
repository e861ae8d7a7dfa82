package io.flowmaster.dxg;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * Something to look out for.
 *
 * @param code stable, for programs: {@code OVERDUE}, {@code DUE_SOON}, {@code ESCALATED}, {@code
 *     INCIDENT}, {@code SLOW}, {@code UNUSUAL_VALUE}, {@code OFTEN_CANCELLED}, {@code
 *     OFTEN_FAILED}, or what a rule calls it
 */
@Schema(name = "CaseRisk")
public record RiskFlag(
    @Schema(example = "OVERDUE") String code,
    @Schema(description = "How bad it is") Severity severity,
    @Schema(description = "What it is", example = "The task is overdue since 1 December 2026.")
        String text,
    @Schema(description = "What holds it") List<SourceRef> sources) {
  public RiskFlag {
    sources = List.copyOf(sources);
  }

  /** How bad. */
  @Schema(name = "CaseRiskSeverity")
  public enum Severity {
    LOW,
    MEDIUM,
    HIGH
  }
}
