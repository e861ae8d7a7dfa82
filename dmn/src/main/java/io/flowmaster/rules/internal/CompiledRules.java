package io.flowmaster.rules.internal;

import io.flowmaster.rules.DecisionView;
import io.flowmaster.rules.EvaluationRefused;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.jspecify.annotations.Nullable;

/**
 * A model that is ready for evaluation.
 *
 * @param decisions by id, in the model's order
 * @param outlines what the model says about each decision, by id
 */
record CompiledRules(Map<String, DmnDecision> decisions, Map<String, DecisionOutline> outlines) {

  List<DecisionView> views() {
    return decisions.values().stream()
        .map(
            d ->
                new DecisionView(
                    d.getKey(),
                    outlines.get(d.getKey()).name(),
                    outlines.get(d.getKey()).hitPolicy(),
                    d.getRequiredDecisions().stream().map(DmnDecision::getKey).sorted().toList()))
        .toList();
  }

  /**
   * The decision that is meant.
   *
   * @param asked null for the main one
   * @param key the rule set's key: a decision of this id is the main one
   * @throws EvaluationRefused when there is no such decision, or none is the main one
   */
  DmnDecision decision(@Nullable String asked, String key) {
    if (asked == null) {
      DmnDecision main = main(key);
      if (main != null) {
        return main;
      }
      throw refused("decision-required", "Say which decision is meant by decisionId: " + names());
    }
    DmnDecision decision = decisions.get(asked);
    if (decision == null) {
      throw refused(
          "decision-unknown", "There is no decision %s: take %s".formatted(asked, names()));
    }
    return decision;
  }

  @Nullable DmnDecision main(String key) {
    if (decisions.containsKey(key)) {
      return decisions.get(key);
    }
    Set<String> required =
        decisions.values().stream()
            .flatMap(d -> d.getRequiredDecisions().stream())
            .map(DmnDecision::getKey)
            .collect(Collectors.toSet());
    List<DmnDecision> tops =
        decisions.values().stream().filter(d -> !required.contains(d.getKey())).toList();
    return tops.size() == 1 ? tops.get(0) : null;
  }

  /** The decision with all that it requires, required ones first. */
  List<DecisionOutline> chain(DmnDecision decision) {
    Set<String> ids = new LinkedHashSet<>();
    collect(decision, ids);
    return ids.stream().map(outlines::get).toList();
  }

  private static void collect(DmnDecision decision, Set<String> ids) {
    if (!ids.contains(decision.getKey())) {
      decision.getRequiredDecisions().forEach(required -> collect(required, ids));
      ids.add(decision.getKey());
    }
  }

  private EvaluationRefused refused(String code, String detail) {
    return new EvaluationRefused(
        code, detail, List.of(), Map.of("decisions", new ArrayList<>(decisions.keySet())));
  }

  private String names() {
    return String.join(", ", decisions.keySet()) + ".";
  }
}
