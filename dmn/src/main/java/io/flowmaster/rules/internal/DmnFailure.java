package io.flowmaster.rules.internal;

import io.flowmaster.rules.EvaluationRefused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnDecision;

/** Says in the model's words why a decision could not be evaluated. */
final class DmnFailure {
  private static final Pattern RULE_ID = Pattern.compile("\\bid='([^']+)'");
  private static final Pattern CODE = Pattern.compile("^(?:DMN|FEEL)[A-Z/-]*-?\\d+\\s+");
  private static final int LONGEST = 500;

  private DmnFailure() {}

  static EvaluationRefused of(Throwable thrown, DmnDecision decision, CompiledRules rules) {
    String message = messages(thrown);
    Map<String, Object> where = new LinkedHashMap<>();
    where.put("decisionId", decision.getKey());
    if (message.contains("Hit policy")) {
      return hitPolicy(message, rules, where);
    }
    String shown = CODE.matcher(message).replaceFirst("");
    return new EvaluationRefused(
        "evaluation-failed",
        "The decision %s cannot be evaluated: %s"
            .formatted(
                decision.getKey(), shown.length() > LONGEST ? shown.substring(0, LONGEST) : shown),
        List.of(),
        where);
  }

  private static EvaluationRefused hitPolicy(
      String message, CompiledRules rules, Map<String, Object> where) {
    List<String> ids = new ArrayList<>();
    List<String> numbers = new ArrayList<>();
    String policy = "";
    Matcher id = RULE_ID.matcher(message);
    while (id.find()) {
      for (DecisionOutline outline : rules.outlines().values()) {
        DecisionOutline.Rule rule = outline.rules().get(id.group(1));
        if (rule != null && !ids.contains(id.group(1))) {
          where.put("decisionId", outline.id());
          policy = String.valueOf(outline.hitPolicy());
          ids.add(id.group(1));
          numbers.add(String.valueOf(rule.index()));
        }
      }
    }
    where.put("ruleIds", List.copyOf(ids));
    return new EvaluationRefused(
        "hit-policy-violated",
        "The table %s has the hit policy %s, but the rules %s match and disagree with it. Make them exclude each other or choose another hit policy."
            .formatted(where.get("decisionId"), policy, String.join(", ", numbers)),
        List.of(),
        where);
  }

  /** The outermost message that says something, with the deepest one. */
  private static String messages(Throwable thrown) {
    String outer = String.valueOf(thrown.getMessage());
    Throwable deepest = thrown;
    while (deepest.getCause() != null && deepest.getCause() != deepest) {
      deepest = deepest.getCause();
    }
    return deepest == thrown || outer.contains(String.valueOf(deepest.getMessage()))
        ? outer
        : outer + " " + deepest.getMessage();
  }
}
