package io.flowmaster.rules.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.flowmaster.rules.internal.IndexedTable.Column;
import io.flowmaster.rules.internal.IndexedTable.Conclusion;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedOutput;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableOutputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl;
import org.camunda.bpm.dmn.engine.impl.DmnExpressionImpl;
import org.camunda.bpm.dmn.engine.impl.delegate.DmnDecisionTableEvaluationEventImpl;
import org.camunda.bpm.dmn.engine.impl.delegate.DmnEvaluatedDecisionRuleImpl;
import org.camunda.bpm.dmn.engine.impl.delegate.DmnEvaluatedInputImpl;
import org.camunda.bpm.dmn.engine.impl.delegate.DmnEvaluatedOutputImpl;
import org.camunda.bpm.dmn.engine.impl.evaluation.DecisionTableEvaluationHandler;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValError;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates decision tables as the stock engine does, column by column and in the order of the
 * rules, but asks FEEL only for the cells that could not be compiled. Compiled cells cannot fail,
 * so the first failure is the same one.
 */
final class IndexedTableHandler extends DecisionTableEvaluationHandler {
  private static final long MOST_BYTES = 128L << 20;
  private final CachedFeelEngine feel;
  private final TableCompiler compiler;
  private final Cache<DmnDecisionTableImpl, Optional<IndexedTable>> ready =
      Caffeine.newBuilder()
          .weakKeys()
          .maximumWeight(MOST_BYTES)
          .weigher(IndexedTableHandler::bytes)
          .build();

  IndexedTableHandler(DefaultDmnEngineConfiguration configuration, CachedFeelEngine feel) {
    super(configuration);
    this.feel = feel;
    this.compiler = new TableCompiler(configuration, feel, this::isFeel);
  }

  private static int bytes(DmnDecisionTableImpl table, Optional<IndexedTable> indexed) {
    return indexed.map(IndexedTable::bytes).orElse(1);
  }

  private boolean isFeel(DmnExpressionImpl expression, String byDefault) {
    String language = expression.getExpressionLanguage();
    return expressionEvaluationHandler.isFeelExpressionLanguage(
        language == null ? byDefault : language);
  }

  /** Whether an evaluation may ask FEEL for more than a variable: then it can take any time. */
  boolean calculates(DmnDecisionTableImpl table) {
    return ready.get(table, compiler::compile).map(IndexedTable::calculates).orElse(true);
  }

  @Override
  protected void evaluateDecisionTable(
      DmnDecisionTableImpl table,
      VariableContext variables,
      DmnDecisionTableEvaluationEventImpl event) {
    Optional<IndexedTable> indexed = ready.get(table, compiler::compile);
    if (indexed.isPresent()) {
      evaluate(indexed.get(), variables, event);
    } else {
      super.evaluateDecisionTable(table, variables, event);
    }
  }

  private void evaluate(
      IndexedTable table, VariableContext variables, DmnDecisionTableEvaluationEventImpl event) {
    BitSet live = table.allRules();
    for (int i = 0; i < table.columns().size(); i++) {
      DmnEvaluatedInputImpl input = input(table.columns().get(i), variables);
      event.getInputs().add(input);
      live = matching(table, i, live, input, variables);
    }
    event.setMatchingRules(matches(table, live, variables));
  }

  private DmnEvaluatedInputImpl input(Column column, VariableContext variables) {
    if (column.variable() != null) {
      TypedValue typed = variables.resolve(column.variable());
      Object value = typed == null ? null : PlainValues.fromFeel(typed.getValue());
      if (value != PlainValues.NOT_PLAIN) {
        DmnEvaluatedInputImpl input = new DmnEvaluatedInputImpl(column.input());
        input.setValue(column.input().getExpression().getTypeDefinition().transform(value));
        return input;
      }
    }
    return (DmnEvaluatedInputImpl) evaluateInput(column.input(), variables);
  }

  private BitSet matching(
      IndexedTable table,
      int column,
      BitSet live,
      DmnEvaluatedInputImpl input,
      VariableContext variables) {
    ColumnIndex index = table.columns().get(column).index();
    Val value = index == null ? null : value(input.getValue());
    if (value == null) {
      return asked(table, column, live, input, variables);
    }
    BitSet matching = index.matching(value, live);
    if (index.asked().intersects(live)) {
      BitSet asked = (BitSet) index.asked().clone();
      asked.and(live);
      matching.or(asked(table, column, asked, input, variables));
    }
    return matching;
  }

  /** The input as FEEL sees it; null when FEEL would find none. */
  private @Nullable Val value(TypedValue input) {
    try {
      Val value = feel.values().toVal(input.getValue());
      return value instanceof ValError ? null : value;
    } catch (RuntimeException e) {
      return null;
    }
  }

  private BitSet asked(
      IndexedTable table,
      int column,
      BitSet candidates,
      DmnEvaluatedInputImpl input,
      VariableContext variables) {
    var asked = table.columns().get(column).input();
    VariableContext scope = getLocalVariableContext(asked, input, variables);
    BitSet matching = new BitSet();
    for (int rule = candidates.nextSetBit(0); rule >= 0; rule = candidates.nextSetBit(rule + 1)) {
      DmnExpressionImpl cell = table.rules().get(rule).getConditions().get(column);
      matching.set(rule, isConditionApplicable(asked, cell, scope));
    }
    return matching;
  }

  /** Where only the first match counts, further ones matter only as far as they could fail. */
  private List<DmnEvaluatedDecisionRule> matches(
      IndexedTable table, BitSet live, VariableContext variables) {
    List<DmnEvaluatedDecisionRule> matches = new ArrayList<>();
    for (int rule = live.nextSetBit(0); rule >= 0; rule = live.nextSetBit(rule + 1)) {
      if (!table.onlyFirst() || matches.isEmpty() || !table.sure().get(rule)) {
        DmnDecisionTableRuleImpl matched = table.rules().get(rule);
        DmnEvaluatedDecisionRuleImpl evaluated = new DmnEvaluatedDecisionRuleImpl(matched);
        evaluated.setOutputEntries(outputs(table, rule, variables));
        matches.add(evaluated);
      }
    }
    return matches;
  }

  private Map<String, DmnEvaluatedOutput> outputs(
      IndexedTable table, int rule, VariableContext variables) {
    Map<String, DmnEvaluatedOutput> entries = new LinkedHashMap<>();
    List<Conclusion> conclusions = table.conclusions().get(rule);
    for (int i = 0; i < conclusions.size(); i++) {
      Conclusion conclusion = conclusions.get(i);
      if (!(conclusion instanceof Conclusion.None)) {
        DmnDecisionTableOutputImpl output = table.outputs().get(i);
        Object value =
            conclusion instanceof Conclusion.Constant constant
                ? constant.value()
                : evaluateOutputEntry(table.rules().get(rule).getConclusions().get(i), variables);
        TypedValue typed = output.getTypeDefinition().transform(value);
        entries.put(output.getOutputName(), new DmnEvaluatedOutputImpl(output, typed));
      }
    }
    return entries;
  }
}
