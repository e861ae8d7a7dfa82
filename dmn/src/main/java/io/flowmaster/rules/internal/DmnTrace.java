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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionLiteralExpressionEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionLogicEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedInput;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells how a decision came about, in the words of its model. */
@Component
class DmnTrace {
  private final RuleValues values;

  DmnTrace(RuleValues values) {
    this.values = values;
  }

  /** Every decision that was evaluated, required ones first. */
  List<Step> steps(DmnDecisionEvaluationEvent event, CompiledRules rules) {
    if (event.getDecisionResult() instanceof StandardEvent standard) {
      return new StandardTrace(values, rules).steps(standard.steps());
    }
    List<String> order =
        rules.chain(event.getDecisionResult().getDecision()).stream()
            .map(DecisionOutline::id)
            .toList();
    List<DmnDecisionLogicEvaluationEvent> events =
        new ArrayList<>(event.getRequiredDecisionResults());
    events.add(event.getDecisionResult());
    return events.stream()
        .map(each -> step(each, rules.outlines().get(each.getDecision().getKey())))
        .sorted(Comparator.comparingInt(step -> order.indexOf(step.decisionId())))
        .toList();
  }

  private Step step(DmnDecisionLogicEvaluationEvent event, DecisionOutline outline) {
    if (event instanceof DmnDecisionTableEvaluationEvent table) {
      List<MatchedRule> matched = matched(table, outline);
      return new Step(
          outline.id(),
          outline.name(),
          outline.hitPolicy(),
          inputs(table, outline),
          matched,
          result(table, outline, matched));
    }
    JsonNode value =
        event instanceof DmnDecisionLiteralExpressionEvaluationEvent literal
            ? value(literal.getOutputValue())
            : NullNode.getInstance();
    return new Step(outline.id(), outline.name(), null, List.of(), List.of(), value);
  }

  private List<InputValue> inputs(DmnDecisionTableEvaluationEvent table, DecisionOutline outline) {
    Map<String, JsonNode> evaluated = new LinkedHashMap<>();
    for (DmnEvaluatedInput input : table.getInputs()) {
      evaluated.put(input.getId(), value(input.getValue()));
    }
    return outline.inputs().stream()
        .filter(input -> evaluated.containsKey(input.id()))
        .map(
            input ->
                new InputValue(
                    input.id(), input.label(), input.expression(), evaluated.get(input.id())))
        .toList();
  }

  private List<MatchedRule> matched(
      DmnDecisionTableEvaluationEvent table, DecisionOutline outline) {
    List<MatchedRule> matched = new ArrayList<>();
    for (DmnEvaluatedDecisionRule rule : table.getMatchingRules()) {
      Map<String, JsonNode> outputs = new LinkedHashMap<>();
      rule.getOutputEntries()
          .forEach((name, output) -> outputs.put(String.valueOf(name), value(output.getValue())));
      DecisionOutline.Rule said = outline.rules().get(rule.getId());
      matched.add(
          new MatchedRule(
              rule.getId(),
              said == null ? 0 : said.index(),
              said == null ? null : said.description(),
              said == null ? List.of() : said.conditions(),
              outputs));
    }
    return matched;
  }

  private JsonNode result(
      DmnDecisionTableEvaluationEvent table, DecisionOutline outline, List<MatchedRule> matched) {
    if (outline.isAggregation()) {
      return value(table.getCollectResultValue());
    }
    if (outline.hasManyHits()) {
      ArrayNode all = JsonNodeFactory.instance.arrayNode();
      matched.forEach(rule -> all.add(object(rule.outputs())));
      return all;
    }
    return matched.isEmpty() ? NullNode.getInstance() : object(matched.get(0).outputs());
  }

  private static ObjectNode object(Map<String, JsonNode> members) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.setAll(members);
    return object;
  }

  private JsonNode value(@Nullable TypedValue value) {
    return values.json(value == null ? null : value.getValue());
  }
}
