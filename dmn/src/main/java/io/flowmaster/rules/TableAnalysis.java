package io.flowmaster.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the rules of a decision table overlap, and where none matches. What is told is certain,
 * with an example that shows it; cells that compare with more than constants are left out of
 * account.
 *
 * @param hitPolicy with its aggregation
 * @param overlaps pairs of rules that can match together, at most 100
 * @param gaps inputs that no rule matches, at most 100
 * @param unreachable rules of a FIRST table that can never be the first to match
 * @param notAnalysed cells, by rule, that compare with more than constants; such a rule is taken to
 *     match when gaps are looked for, and not to match when overlaps are
 * @param complete whether everything was looked at; false when there were more findings than are
 *     told, or too many combinations
 */
public record TableAnalysis(
    String decisionId,
    String name,
    @Schema(example = "UNIQUE") String hitPolicy,
    List<Overlap> overlaps,
    List<Gap> gaps,
    List<Unreachable> unreachable,
    List<Opaque> notAnalysed,
    boolean complete) {

  /**
   * Two rules that match together.
   *
   * @param rules their numbers, from 1
   * @param ruleIds their ids
   * @param conflict whether the hit policy forbids it: always for UNIQUE, for ANY when their
   *     outputs differ, else never
   * @param example an input that both match
   */
  public record Overlap(
      @Schema(example = "[1, 3]") List<Integer> rules,
      List<String> ruleIds,
      boolean conflict,
      @Schema(example = "{\"total\": 100}") Map<String, JsonNode> example) {}

  /**
   * Inputs without a rule.
   *
   * @param example an input that no rule matches
   */
  public record Gap(@Schema(example = "{\"total\": -1}") Map<String, JsonNode> example) {}

  /**
   * A rule that never decides.
   *
   * @param rule its number, from 1
   * @param coveredBy an earlier rule that matches whatever it matches
   */
  public record Unreachable(int rule, String ruleId, int coveredBy) {}

  /**
   * A cell that compares with more than constants.
   *
   * @param rule the rule's number, from 1
   * @param input the column's expression or label
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Opaque(int rule, String ruleId, @Nullable String input) {}
}
