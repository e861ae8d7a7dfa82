package io.flowmaster.dxg;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * A figure of the case.
 *
 * @param key stable, for programs
 * @param value a number, or an ISO 8601 duration
 * @param text the value as people read it
 */
@Schema(name = "CaseMetric")
public record KeyMetric(
    @Schema(example = "caseAge") String key,
    @Schema(example = "Age of the case") String label,
    @Schema(example = "\"PT49H\"") JsonNode value,
    @Schema(example = "2 days 1 hour") String text,
    @Schema(description = "What holds it") List<SourceRef> sources) {
  public KeyMetric {
    sources = List.copyOf(sources);
  }
}
