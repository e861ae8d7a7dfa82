package io.flowmaster.dxg;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to read before answering a task.
 *
 * @param summary the statements as one text
 * @param statements what the summary is made of, each with its sources
 * @param timeline what mattered in the case so far, oldest first
 * @param alerts what to look out for, the worst first
 * @param similarCases finished cases, the most similar first
 * @param generatedBy {@code rules}, or the model that worded the summary
 * @param revision another one whenever anything of the case changed
 */
public record CaseBriefing(
    @Schema(example = "The case ORD-2041 waits for the approval of the price.") String summary,
    List<Statement> statements,
    List<Moment> timeline,
    List<RiskFlag> alerts,
    List<Similar> similarCases,
    @Schema(example = "rules") String generatedBy,
    @Schema(example = "5f70bf18a086007016e948b04aed3b82") String revision) {
  public CaseBriefing {
    statements = List.copyOf(statements);
    timeline = List.copyOf(timeline);
    alerts = List.copyOf(alerts);
    similarCases = List.copyOf(similarCases);
  }

  /** The same in a model's words. */
  public CaseBriefing wordedBy(String model, String text, List<Statement> worded) {
    return new CaseBriefing(text, worded, timeline, alerts, similarCases, model, revision);
  }

  /** Something that happened. */
  @Schema(name = "CaseMoment")
  public record Moment(
      @Schema(description = "When") Instant at,
      @Schema(
              description = "What happened",
              example = "Check the customer was completed by employee.")
          String text,
      @Schema(description = "What holds it") List<SourceRef> sources) {
    public Moment {
      sources = List.copyOf(sources);
    }
  }

  /**
   * A finished case.
   *
   * @param businessKey null when the caller may not look it up
   * @param similarity from 0 to 1; null when there is nothing to compare
   * @param outcome how the same task was answered there, or how the case ended; null when unknown
   * @param values of the form's fields, as far as they tell of nobody
   */
  @Schema(name = "SimilarCase")
  public record Similar(
      @Schema(example = "5f0b9b1e-c9a5-11ef-9cd2-0242ac120004") String id,
      @Schema(example = "ORD-1990") @Nullable String businessKey,
      @Schema(example = "0.87") @Nullable Double similarity,
      @Schema(example = "approved") @Nullable String outcome,
      @Schema(description = "Whether it reached its end; false when it was cancelled")
          boolean completed,
      @Schema(description = "From its start to its end", example = "PT49H") Duration duration,
      @Schema(description = "How often work failed for good in it", example = "0") int incidents,
      @Schema(description = "When it ended") Instant endedAt,
      Map<String, JsonNode> values) {}
}
