package io.flowmaster.rules.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.rules.Evaluation.InputValue;
import io.flowmaster.rules.Evaluation.MatchedRule;
import io.flowmaster.rules.Evaluation.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells how a decision came about by the standard's evaluator, in the words of its model. */
final class StandardTrace {
  private final RuleValues values;
  private final Map<String, DecisionOutline> byName = new LinkedHashMap<>();

  StandardTrace(RuleValues values, CompiledRules rules) {
    this.values = values;
    rules.outlines().values().forEach(outline -> byName.put(outline.name(), outline));
  }

  List<Step> steps(StandardSteps steps) {
    return steps.steps().stream()
        .filter(step -> byName.containsKey(step.decision()))
        .map(step -> step(step, byName.get(step.decision())))
        .toList();
  }

  private Step step(StandardSteps.Step step, DecisionOutline outline) {
    List<Map<String, @Nullable Object>> rows = StandardHandler.rows(outline, step);
    return new Step(
        outline.id(),
        outline.name(),
        outline.hitPolicy(),
        inputs(step, outline),
        matched(step, outline, rows),
        result(step, outline, rows));
  }

  /** Only columns that ask for a variable: others are not told by the evaluator. */
  private List<InputValue> inputs(StandardSteps.Step step, DecisionOutline outline) {
    List<InputValue> inputs = new ArrayList<>();
    for (DecisionOutline.Input input : outline.inputs()) {
      String expression = input.expression() == null ? "" : input.expression().trim();
      if (step.context().containsKey(expression)) {
        Object value = StandardValues.plain(step.context().get(expression));
        inputs.add(new InputValue(input.id(), input.label(), expression, values.json(value)));
      }
    }
    return inputs;
  }

  /** Outputs of a rule are known where each hit gives one row, in the order of the rules. */
  private List<MatchedRule> matched(
      StandardSteps.Step step, DecisionOutline outline, List<Map<String, @Nullable Object>> rows) {
    boolean inOrder =
        !outline.isAggregation()
            && !"OUTPUT ORDER".equals(outline.hitPolicy())
            && rows.size() == step.matched().size();
    List<MatchedRule> matched = new ArrayList<>();
    for (int i = 0; i < step.matched().size(); i++) {
      int index = step.matched().get(i);
      var rule = outline.rule(index);
      if (rule != null) {
        matched.add(
            new MatchedRule(
                rule.getKey(),
                index,
                rule.getValue().description(),
                rule.getValue().conditions(),
                inOrder ? members(rows.get(i)) : Map.of()));
      }
    }
    return matched;
  }

  private JsonNode result(
      StandardSteps.Step step, DecisionOutline outline, List<Map<String, @Nullable Object>> rows) {
    boolean named = outline.isTable() && !outline.isAggregation() && !outline.outputs().isEmpty();
    if (!named) {
      return values.json(step.value());
    }
    if (outline.hasManyHits()) {
      ArrayNode all = JsonNodeFactory.instance.arrayNode();
      rows.forEach(row -> all.add(object(row)));
      return all;
    }
    return rows.isEmpty() ? NullNode.getInstance() : object(rows.get(0));
  }

  private ObjectNode object(Map<String, @Nullable Object> row) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.setAll(members(row));
    return object;
  }

  private Map<String, JsonNode> members(Map<String, @Nullable Object> row) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    row.forEach((name, value) -> members.put(name, values.json(value)));
    return members;
  }
}
