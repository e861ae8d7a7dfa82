package io.flowmaster.dxg;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What a case is, and what is to be seen in it.
 *
 * @param domain the trade that its words are of, {@code general} when they tell nothing
 * @param caseSummary the statements as one text
 * @param statements what the summary is made of, each with its sources
 * @param keyMetrics figures
 * @param riskFlags the worst first
 * @param generatedBy {@code rules}, or the model that worded it
 */
public record CaseAnalysis(
    @Schema(example = "procurement") String domain,
    @Schema(example = "The case ORD-2041 waits for the approval of the price.") String caseSummary,
    List<Statement> statements,
    List<KeyMetric> keyMetrics,
    List<RiskFlag> riskFlags,
    @Schema(example = "rules") String generatedBy) {
  public CaseAnalysis {
    statements = List.copyOf(statements);
    keyMetrics = List.copyOf(keyMetrics);
    riskFlags = List.copyOf(riskFlags);
  }
}
