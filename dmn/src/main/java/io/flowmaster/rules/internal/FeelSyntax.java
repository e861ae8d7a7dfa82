package io.flowmaster.rules.internal;

import io.flowmaster.platform.Problem.FieldError;
import io.flowmaster.rules.UnreadableRules;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds every FEEL expression of a model that cannot be read, before it runs. */
@Component
class FeelSyntax {
  private final FeelEngineApi feel = FeelEngineBuilder.forJava().build();

  /**
   * @throws UnreadableRules when there is one
   */
  void check(DmnModelInstance model, CompiledRules rules) {
    List<FieldError> errors = new ArrayList<>();
    List<String> elements = new ArrayList<>();
    checkStandard(rules, errors, elements);
    Predicate<DmnElement> ours = element -> isEngines(element, rules);
    model.getModelElementsByType(InputExpression.class).stream()
        .filter(ours)
        .forEach(e -> check(e, e.getText(), false, errors, elements));
    model.getModelElementsByType(LiteralExpression.class).stream()
        .filter(ours)
        .forEach(e -> check(e, e.getText(), false, errors, elements));
    model.getModelElementsByType(OutputEntry.class).stream()
        .filter(ours)
        .forEach(e -> check(e, e.getText(), false, errors, elements));
    model.getModelElementsByType(InputEntry.class).stream()
        .filter(ours)
        .forEach(e -> check(e, e.getText(), true, errors, elements));
    if (!errors.isEmpty()) {
      throw new UnreadableRules(
          "Some expressions are not FEEL.",
          errors.subList(0, Math.min(100, errors.size())),
          elements.subList(0, Math.min(100, elements.size())));
    }
  }

  private static void checkStandard(
      CompiledRules rules, List<FieldError> errors, List<String> elements) {
    for (DmnDecision decision : rules.decisions().values()) {
      StandardLogic logic = CompiledRules.standard(decision);
      if (logic != null) {
        for (String complaint : logic.model().complaints(logic.outline().name())) {
          elements.add(decision.getKey());
          errors.add(
              new FieldError(
                  "/dmnXml", "Decision %s: %s".formatted(decision.getKey(), shown(complaint))));
        }
      }
    }
  }

  /** What the standard's evaluator gets, it has read itself. */
  private static boolean isEngines(DmnElement element, CompiledRules rules) {
    ModelElementInstance parent = element;
    while (parent != null && !(parent instanceof Decision)) {
      parent = parent.getParentElement();
    }
    if (parent instanceof Decision decision) {
      DmnDecision compiled =
          decision.getId() == null ? null : rules.decisions().get(decision.getId());
      return compiled == null ? decision.getId() != null : CompiledRules.standard(compiled) == null;
    }
    return rules.decisions().values().stream().allMatch(d -> CompiledRules.standard(d) == null);
  }

  private static String shown(String text) {
    return text.length() > 300 ? text.substring(0, 300) : text;
  }

  private void check(
      DmnElement element,
      @Nullable Text text,
      boolean unary,
      List<FieldError> errors,
      List<String> elements) {
    String expression = text == null ? "" : text.getTextContent();
    if (expression.isBlank()) {
      return;
    }
    ParseResult parsed =
        unary ? feel.parseUnaryTests(expression) : feel.parseExpression(expression);
    if (parsed.isFailure()) {
      String id = id(element);
      elements.add(id);
      String shown = expression.length() > 200 ? expression.substring(0, 200) : expression;
      errors.add(
          new FieldError(
              "/dmnXml", "Element %s: “%s” is not FEEL. Correct it.".formatted(id, shown)));
    }
  }

  private static String id(DmnElement element) {
    if (element.getId() != null) {
      return element.getId();
    }
    return element.getParentElement() instanceof Rule rule && rule.getId() != null
        ? rule.getId()
        : element.getElementType().getTypeName();
  }
}
