package io.flowmaster.rules.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.flowmaster.rules.UnreadableRules;
import io.flowmaster.rules.internal.DecisionOutline.Input;
import io.flowmaster.rules.internal.DecisionOutline.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Expression;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes models ready for evaluation, and keeps those that were used last. */
@Component
class DmnCompiler {
  private final ListeningDmnEngine engine;
  private final Cache<String, CompiledRules> ready;

  DmnCompiler(ListeningDmnEngine engine, RulesProperties properties) {
    this.engine = engine;
    this.ready = Caffeine.newBuilder().maximumSize(properties.compiledModels()).build();
  }

  /**
   * @param checksum identifies the model's text: the same text always compiles to the same
   * @throws UnreadableRules when it is not DMN that may run here
   */
  CompiledRules compiled(String checksum, String xml) {
    return ready.get(checksum, unused -> compile(SafeDmn.read(xml)));
  }

  private CompiledRules compile(DmnModelInstance model) {
    FeelLoops.check(model);
    Map<String, DmnDecision> decisions = new LinkedHashMap<>();
    Map<String, DecisionOutline> outlines = new LinkedHashMap<>();
    List<DmnDecision> parsed;
    try {
      parsed = engine.parse(model);
    } catch (DmnEngineException e) {
      throw new UnreadableRules("The model cannot run: " + deepest(e));
    }
    for (Decision decision : model.getModelElementsByType(Decision.class)) {
      parsed.stream()
          .filter(candidate -> decision.getId().equals(candidate.getKey()))
          .forEach(candidate -> decisions.put(decision.getId(), candidate));
      outlines.put(decision.getId(), outline(decision));
    }
    if (decisions.isEmpty()) {
      throw new UnreadableRules("The model has no decision. Add a decision table.");
    }
    return new CompiledRules(decisions, outlines);
  }

  private static String deepest(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = String.valueOf(cause.getMessage());
    return message.length() > 500 ? message.substring(0, 500) : message;
  }

  private static DecisionOutline outline(Decision decision) {
    String name = decision.getName() == null ? decision.getId() : decision.getName();
    Expression logic = decision.getExpression();
    if (logic instanceof DecisionTable table) {
      return new DecisionOutline(
          decision.getId(), name, hitPolicy(table), inputs(table), outputs(table), rules(table));
    }
    String variable = decision.getVariable() == null ? null : decision.getVariable().getName();
    List<String> outputs = variable == null ? List.of() : List.of(variable);
    return new DecisionOutline(decision.getId(), name, null, List.of(), outputs, Map.of());
  }

  private static String hitPolicy(DecisionTable table) {
    String policy = table.getHitPolicy() == null ? "UNIQUE" : table.getHitPolicy().toString();
    String spelt = policy.replace('_', ' ');
    return table.getAggregation() == null ? spelt : spelt + " " + table.getAggregation();
  }

  private static List<Input> inputs(DecisionTable table) {
    return table.getInputs().stream()
        .map(input -> new Input(input.getId(), input.getLabel(), expression(input)))
        .toList();
  }

  private static @Nullable String expression(org.camunda.bpm.model.dmn.instance.Input input) {
    return input.getInputExpression() == null || input.getInputExpression().getText() == null
        ? null
        : input.getInputExpression().getText().getTextContent();
  }

  private static List<String> outputs(DecisionTable table) {
    return table.getOutputs().stream().map(Output::getName).filter(n -> n != null).toList();
  }

  private static Map<String, Rule> rules(DecisionTable table) {
    Map<String, Rule> rules = new LinkedHashMap<>();
    for (org.camunda.bpm.model.dmn.instance.Rule rule : table.getRules()) {
      String description =
          rule.getDescription() == null ? null : rule.getDescription().getTextContent();
      List<String> conditions = rule.getInputEntries().stream().map(DmnCompiler::text).toList();
      rules.put(rule.getId(), new Rule(rules.size() + 1, description, conditions));
    }
    return rules;
  }

  private static String text(InputEntry entry) {
    return entry.getText() == null ? "" : entry.getText().getTextContent();
  }
}
