package io.flowmaster.rules.internal;

import io.flowmaster.rules.DecisionView;
import io.flowmaster.rules.EvaluationRefused;
import io.flowmaster.rules.Evaluator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionImpl;
import org.jspecify.annotations.Nullable;

/**
 * A model that is ready for evaluation.
 *
 * @param decisions by id, in the model's order
 * @param outlines what the model says about each decision and service, by id
 * @param services decision services that can be evaluated like a decision, by id
 */
record CompiledRules(
    Map<String, DmnDecision> decisions,
    Map<String, DecisionOutline> outlines,
    Map<String, DmnDecision> services) {

  List<DecisionView> views() {
    return decisions.values().stream()
        .map(
            d ->
                new DecisionView(
                    d.getKey(),
                    outlines.get(d.getKey()).name(),
                    outlines.get(d.getKey()).hitPolicy(),
                    outlines.get(d.getKey()).requires().stream().sorted().toList(),
                    evaluator(d)))
        .toList();
  }

  static Evaluator evaluator(DmnDecision decision) {
    return standard(decision) != null ? Evaluator.STANDARD : Evaluator.CAMUNDA;
  }

  static @Nullable StandardLogic standard(DmnDecision decision) {
    return decision instanceof DmnDecisionImpl own
            && own.getDecisionLogic() instanceof StandardLogic logic
        ? logic
        : null;
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
    DmnDecision decision =
        decisions.containsKey(asked) ? decisions.get(asked) : services.get(asked);
    if (decision == null) {
      throw refused(
          "decision-unknown", "There is no decision %s: take %s".formatted(asked, names()));
    }
    return decision;
  }

  /** The decision of this name, which is what the standard knows it by; null when there is none. */
  @Nullable DmnDecision named(String name) {
    return Stream.concat(decisions.values().stream(), services.values().stream())
        .filter(decision -> outlines.get(decision.getKey()).name().equals(name))
        .findFirst()
        .orElse(null);
  }

  @Nullable DmnDecision main(String key) {
    if (decisions.containsKey(key)) {
      return decisions.get(key);
    }
    Set<String> required =
        decisions.values().stream()
            .flatMap(d -> outlines.get(d.getKey()).requires().stream())
            .collect(Collectors.toSet());
    List<DmnDecision> tops =
        decisions.values().stream().filter(d -> !required.contains(d.getKey())).toList();
    return tops.size() == 1 ? tops.get(0) : null;
  }

  /** The decision with all that it requires, required ones first. */
  List<DecisionOutline> chain(DmnDecision decision) {
    Set<String> ids = new LinkedHashSet<>();
    collect(decision.getKey(), ids, new HashSet<>());
    return ids.stream().map(outlines::get).toList();
  }

  private void collect(String id, Set<String> ids, Set<String> seen) {
    if (outlines.containsKey(id) && seen.add(id)) {
      outlines.get(id).requires().forEach(required -> collect(required, ids, seen));
      ids.add(id);
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
