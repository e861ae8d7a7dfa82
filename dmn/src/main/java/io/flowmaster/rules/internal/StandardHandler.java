package io.flowmaster.rules.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.rules.internal.StandardSteps.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionLogicEvaluationEvent;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionResultEntriesImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionResultImpl;
import org.camunda.bpm.dmn.engine.impl.evaluation.DmnDecisionLogicEvaluationHandler;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;

/** Lets the decision engine evaluate {@link StandardLogic}. */
final class StandardHandler implements DmnDecisionLogicEvaluationHandler {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  @Override
  public DmnDecisionLogicEvaluationEvent evaluate(DmnDecision decision, VariableContext variables) {
    StandardLogic logic = (StandardLogic) ((DmnDecisionImpl) decision).getDecisionLogic();
    DecisionOutline outline = logic.outline();
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    for (String input : logic.model().inputs(outline.name())) {
      if (variables.containsVariable(input)) {
        TypedValue fact = variables.resolve(input);
        facts.put(input, fact == null ? null : plain(fact.getValue()));
      }
    }
    StandardSteps steps = StandardTime.limited(() -> logic.model().evaluate(outline.name(), facts));
    return new StandardEvent(decision, steps, rows(outline, steps.asked()));
  }

  /** Process variables hold objects and arrays as Spin's JSON. */
  private static @Nullable Object plain(@Nullable Object value) {
    if (!(value instanceof SpinJsonNode node)) {
      return value;
    }
    try {
      return RuleValues.fact(JSON.readTree(node.toString()));
    } catch (JsonProcessingException e) {
      throw new StandardFailure("A variable is not JSON.");
    }
  }

  @Override
  public DmnDecisionResult generateDecisionResult(DmnDecisionLogicEvaluationEvent event) {
    List<DmnDecisionResultEntries> results = new ArrayList<>();
    for (Map<String, @Nullable Object> row : ((StandardEvent) event).rows()) {
      DmnDecisionResultEntriesImpl entries = new DmnDecisionResultEntriesImpl();
      row.forEach((name, value) -> entries.putValue(name, Variables.untypedValue(value)));
      results.add(entries);
    }
    return new DmnDecisionResultImpl(results);
  }

  /**
   * The value as the engine's decision tables give theirs: one row of outputs for each hit. What is
   * no table gives one row with one value.
   */
  static List<Map<String, @Nullable Object>> rows(DecisionOutline outline, Step step) {
    Object value = step.value();
    if (!outline.isTable() || outline.isAggregation()) {
      return List.of(row(name(outline), value));
    }
    if (outline.hasManyHits()) {
      List<Map<String, @Nullable Object>> rows = new ArrayList<>();
      for (Object hit : value instanceof List<?> hits ? hits : List.of()) {
        rows.add(row(outline, hit));
      }
      return rows;
    }
    boolean nothing = value == null && step.matched().isEmpty();
    return nothing ? List.of() : List.of(row(outline, value));
  }

  private static Map<String, @Nullable Object> row(DecisionOutline outline, @Nullable Object hit) {
    if (outline.outputs().size() > 1 && hit instanceof Map<?, ?> members) {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      outline.outputs().forEach(output -> row.put(output, members.get(output)));
      return row;
    }
    return row(name(outline), hit);
  }

  private static String name(DecisionOutline outline) {
    return outline.outputs().isEmpty() ? outline.variable() : outline.outputs().get(0);
  }

  private static Map<String, @Nullable Object> row(String name, @Nullable Object value) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put(name, value);
    return row;
  }
}
