package io.flowmaster.rules.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionService;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.jspecify.annotations.Nullable;

/**
 * What a model says about one decision.
 *
 * @param variable what its value is called where it is required
 * @param hitPolicy with its aggregation, {@code COLLECT SUM}; null when it is no table
 * @param inputs the condition columns of a table, in order
 * @param outputs names of what it gives to decisions that require it
 * @param rules by id, in the table's order; by number where the model gives no id
 * @param requires ids of the decisions that it needs
 */
record DecisionOutline(
    String id,
    String name,
    String variable,
    @Nullable String hitPolicy,
    List<Input> inputs,
    List<String> outputs,
    Map<String, Rule> rules,
    Set<String> requires) {

  record Input(String id, @Nullable String label, @Nullable String expression) {}

  record Rule(int index, @Nullable String description, List<String> conditions) {}

  static DecisionOutline of(Decision decision) {
    String name = decision.getName() == null ? decision.getId() : decision.getName();
    String variable = decision.getVariable() == null ? null : decision.getVariable().getName();
    Set<String> requires = EvaluatorPlan.required(decision);
    if (decision.getExpression() instanceof DecisionTable table) {
      return new DecisionOutline(
          decision.getId(),
          name,
          variable == null ? name : variable,
          hitPolicy(table),
          inputs(table),
          table.getOutputs().stream().map(Output::getName).filter(n -> n != null).toList(),
          rules(table),
          requires);
    }
    return new DecisionOutline(
        decision.getId(),
        name,
        variable == null ? name : variable,
        null,
        List.of(),
        variable == null ? List.of() : List.of(variable),
        Map.of(),
        requires);
  }

  static DecisionOutline of(DecisionService service) {
    return new DecisionOutline(
        service.getId(),
        service.getName(),
        service.getName(),
        null,
        List.of(),
        List.of(),
        Map.of(),
        Set.of());
  }

  boolean isTable() {
    return hitPolicy != null;
  }

  boolean isAggregation() {
    return hitPolicy != null && hitPolicy.startsWith("COLLECT ");
  }

  boolean hasManyHits() {
    return "COLLECT".equals(hitPolicy)
        || "RULE ORDER".equals(hitPolicy)
        || "OUTPUT ORDER".equals(hitPolicy);
  }

  /** The rule at a place of the table, from 1, with its id. */
  Map.@Nullable Entry<String, Rule> rule(int index) {
    return rules.entrySet().stream()
        .filter(rule -> rule.getValue().index() == index)
        .findFirst()
        .orElse(null);
  }

  private static String hitPolicy(DecisionTable table) {
    String policy = table.getHitPolicy() == null ? "UNIQUE" : table.getHitPolicy().toString();
    String spelt = policy.replace('_', ' ');
    return table.getAggregation() == null ? spelt : spelt + " " + table.getAggregation();
  }

  private static List<Input> inputs(DecisionTable table) {
    return table.getInputs().stream()
        .map(
            input ->
                new Input(
                    input.getId() == null ? "" : input.getId(),
                    input.getLabel(),
                    expression(input)))
        .toList();
  }

  private static @Nullable String expression(org.camunda.bpm.model.dmn.instance.Input input) {
    return input.getInputExpression() == null || input.getInputExpression().getText() == null
        ? null
        : input.getInputExpression().getText().getTextContent();
  }

  private static Map<String, Rule> rules(DecisionTable table) {
    Map<String, Rule> rules = new LinkedHashMap<>();
    for (org.camunda.bpm.model.dmn.instance.Rule rule : table.getRules()) {
      String description =
          rule.getDescription() == null ? null : rule.getDescription().getTextContent();
      List<String> conditions = rule.getInputEntries().stream().map(DecisionOutline::text).toList();
      int index = rules.size() + 1;
      rules.put(
          rule.getId() == null ? String.valueOf(index) : rule.getId(),
          new Rule(index, description, conditions));
    }
    return rules;
  }

  private static String text(InputEntry entry) {
    return entry.getText() == null ? "" : entry.getText().getTextContent();
  }
}
