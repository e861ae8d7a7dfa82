package io.flowmaster.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedInput;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.junit.jupiter.api.Test;

/**
 * Holds the compiled tables against FEEL, which evaluates every cell: same answers, same events,
 * same failures. The engine exactly as it comes takes a hundred times as long, so the suite
 * compares fewer with it; {@code -Dflowmaster.dmn.comparisons} asks for more.
 */
class IndexedTablesTest {
  private static final int STOCK_COMPARISONS =
      Integer.getInteger("flowmaster.dmn.comparisons", 4_000);
  private static final int FEEL_COMPARISONS = 100_000;
  private final Told stock = new Told(new DefaultDmnEngineConfiguration());
  private final Told feel = new Told(everyCellByFeel());
  private final Told indexed = new Told(new IndexedDmnConfiguration(null));

  /** The stock engine and its FEEL, which only does not build its functions for each cell. */
  private static DmnEngineConfiguration everyCellByFeel() {
    DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
    configuration.setFeelEngineFactory(() -> new CachedFeelEngine(null, null));
    return configuration;
  }

  @Test
  void randomTablesDecideAsFeelDoes() {
    compare(feel, FEEL_COMPARISONS * 4 / 500, 100, 2, 3, false);
    compare(feel, FEEL_COMPARISONS / 500, 100, 2, 3, true);
  }

  @Test
  void largeTablesDecideAsFeelDoes() {
    compare(feel, 40, 50, 4, 120, false);
  }

  @Test
  void randomTablesDecideAsInTheStockEngine() {
    compare(stock, STOCK_COMPARISONS / 10, 10, 2, 3, true);
  }

  private void compare(
      Told expected, int tables, int inputs, int columns, int rules, boolean failing) {
    int decided = 0;
    for (int seed = 0; seed < tables; seed++) {
      RandomTables random = new RandomTables(seed, failing);
      DmnDecision table = random.table(columns, rules);
      for (int i = 0; i < inputs; i++) {
        Map<String, Object> variables = random.variables();
        String wanted = expected.evaluate(table, variables);
        String told = indexed.evaluate(table, variables);
        if (!wanted.equals(told)) {
          assertThat(told)
              .as("seed %d: %s with %s", seed, table.getDecisionLogic(), variables)
              .isEqualTo(wanted);
        }
        decided += wanted.contains("rule r") ? 1 : 0;
      }
    }
    int enough = tables * inputs / (failing ? 12 : 8);
    assertThat(decided).as("inputs for which a rule matched").isGreaterThan(enough);
  }

  /** An engine, and all that it tells about an evaluation. */
  private static final class Told {
    private final DmnEngine engine;
    private DmnDecisionEvaluationEvent heard;

    Told(DmnEngineConfiguration configuration) {
      configuration.setCustomPostDecisionEvaluationListeners(List.of(event -> heard = event));
      this.engine = configuration.buildEngine();
    }

    String evaluate(DmnDecision decision, Map<String, Object> variables) {
      heard = null;
      StringBuilder said = new StringBuilder();
      try {
        engine.evaluateDecision(decision, variables).forEach(r -> said.append(r.getEntryMap()));
      } catch (RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
          said.append(cause).append('\n');
        }
      }
      if (heard != null) {
        said.append(heard.getExecutedDecisionElements());
        tell(said, (DmnDecisionTableEvaluationEvent) heard.getDecisionResult());
      }
      return said.toString();
    }

    private static void tell(StringBuilder said, DmnDecisionTableEvaluationEvent event) {
      for (DmnEvaluatedInput input : event.getInputs()) {
        said.append("\ninput ").append(input.getId()).append(input.getInputVariable());
        tell(said, input.getValue());
      }
      for (DmnEvaluatedDecisionRule rule : event.getMatchingRules()) {
        said.append("\nrule ").append(rule.getId());
        rule.getOutputEntries()
            .forEach(
                (name, output) -> {
                  said.append(' ').append(name).append(output.getId());
                  tell(said, output.getValue());
                });
      }
      said.append("\ncollected ").append(event.getCollectResultName());
      tell(said, event.getCollectResultValue());
    }

    private static void tell(StringBuilder said, TypedValue value) {
      said.append('=').append(value);
      if (value != null && value.getValue() != null) {
        said.append(value.getValue().getClass());
      }
    }
  }
}
