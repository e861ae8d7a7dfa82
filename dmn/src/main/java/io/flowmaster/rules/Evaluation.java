package io.flowmaster.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a decision came to, and why.
 *
 * @param result of a table with one hit: an object of outputs, null when no rule matched; of a
 *     table with many hits: a list of such objects; of an aggregation or a literal expression: the
 *     bare value
 * @param matchedRules the rules of the asked decision that matched, in the order of the table
 * @param inputs the asked decision's input values
 * @param version which version was evaluated; null for the draft
 * @param source whether a published version or the draft was evaluated
 * @param evaluator what evaluated it: CAMUNDA, the process engine's own evaluator, or STANDARD, the
 *     whole of DMN 1.5; a business rule task uses the same one
 * @param trace every decision that was evaluated, required ones first, the asked one last
 */
public record Evaluation(
    JsonNode result,
    List<MatchedRule> matchedRules,
    List<InputValue> inputs,
    @Nullable Integer version,
    Source source,
    String decisionId,
    Evaluator evaluator,
    List<Step> trace) {

  /** What was evaluated. */
  public enum Source {
    PUBLISHED,
    DRAFT
  }

  /**
   * A rule that matched.
   *
   * @param index its place in the table, from 1
   * @param conditions the rule's own tests, one for each input column; empty for "anything"
   * @param outputs what it gave, by output name
   */
  public record MatchedRule(
      String ruleId,
      @Schema(example = "2") int index,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String description,
      List<String> conditions,
      Map<String, JsonNode> outputs) {}

  /** What an input expression gave. */
  public record InputValue(
      String id, @Nullable String label, @Nullable String expression, JsonNode value) {}

  /**
   * One decision's part in the evaluation.
   *
   * @param hitPolicy null for a literal expression
   */
  public record Step(
      String decisionId,
      String name,
      @Nullable String hitPolicy,
      List<InputValue> inputs,
      List<MatchedRule> matchedRules,
      JsonNode result) {}
}
