package io.flowmaster.rules.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedInput;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedOutput;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/**
 * What the engine's listeners, history first of all, hear of an evaluation by the standard's
 * evaluator: its rows as the outputs of rules that matched.
 */
record StandardEvent(
    DmnDecision decision, StandardSteps steps, List<Map<String, @Nullable Object>> rows)
    implements DmnDecisionTableEvaluationEvent {

  @Override
  public DmnDecision getDecision() {
    return decision;
  }

  @Override
  @Deprecated
  public DmnDecision getDecisionTable() {
    return decision;
  }

  @Override
  public List<DmnEvaluatedInput> getInputs() {
    return List.of();
  }

  @Override
  public List<DmnEvaluatedDecisionRule> getMatchingRules() {
    List<DmnEvaluatedDecisionRule> rules = new ArrayList<>();
    rows.forEach(row -> rules.add(new Hit(row)));
    return rules;
  }

  @Override
  public @Nullable String getCollectResultName() {
    return null;
  }

  @Override
  public @Nullable TypedValue getCollectResultValue() {
    return null;
  }

  @Override
  public long getExecutedDecisionElements() {
    return steps.steps().size();
  }

  private record Hit(Map<String, @Nullable Object> row) implements DmnEvaluatedDecisionRule {
    @Override
    public @Nullable String getId() {
      return null;
    }

    @Override
    public Map<String, DmnEvaluatedOutput> getOutputEntries() {
      Map<String, DmnEvaluatedOutput> outputs = new LinkedHashMap<>();
      row.forEach((name, value) -> outputs.put(name, new Output(name, value)));
      return outputs;
    }
  }

  private record Output(String name, @Nullable Object value) implements DmnEvaluatedOutput {
    @Override
    public String getId() {
      return name;
    }

    @Override
    public String getName() {
      return name;
    }

    @Override
    public String getOutputName() {
      return name;
    }

    @Override
    public TypedValue getValue() {
      return Variables.untypedValue(value);
    }
  }
}
