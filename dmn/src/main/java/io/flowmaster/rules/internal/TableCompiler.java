package io.flowmaster.rules.internal;

import io.flowmaster.rules.internal.IndexedTable.Column;
import io.flowmaster.rules.internal.IndexedTable.Conclusion;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableInputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableOutputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl;
import org.camunda.bpm.dmn.engine.impl.DmnExpressionImpl;
import org.camunda.bpm.dmn.engine.impl.hitpolicy.FirstHitPolicyHandler;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Ref;
import org.jspecify.annotations.Nullable;

/** Compiles the cells of decision tables, and leaves to FEEL what it does not understand. */
final class TableCompiler {
  private static final long TABLE_BYTES = 16L << 20;
  private static final Conclusion NONE = new Conclusion.None();
  private static final Conclusion ASKED = new Conclusion.Asked();
  private final DefaultDmnEngineConfiguration configuration;
  private final CachedFeelEngine feel;
  private final CellCompiler cells;
  private final Languages languages;

  /** Which expressions are FEEL. */
  interface Languages {
    boolean isFeel(DmnExpressionImpl expression, String byDefault);
  }

  TableCompiler(
      DefaultDmnEngineConfiguration configuration, CachedFeelEngine feel, Languages languages) {
    this.configuration = configuration;
    this.feel = feel;
    this.cells = new CellCompiler(feel);
    this.languages = languages;
  }

  IndexedTable compile(DmnDecisionTableImpl table) {
    List<Column> columns = new ArrayList<>();
    long room = TABLE_BYTES;
    for (int i = 0; i < table.getInputs().size(); i++) {
      Column column = column(table, i, room);
      room -= column.index() == null ? 0 : column.index().bytes();
      columns.add(column);
    }
    List<List<Conclusion>> conclusions = new ArrayList<>();
    BitSet sure = new BitSet();
    for (DmnDecisionTableRuleImpl rule : table.getRules()) {
      List<Conclusion> ofRule = conclusions(table.getOutputs(), rule);
      sure.set(conclusions.size(), isSure(table.getOutputs(), ofRule));
      conclusions.add(ofRule);
    }
    return new IndexedTable(
        List.copyOf(columns),
        List.copyOf(table.getOutputs()),
        List.copyOf(table.getRules()),
        List.copyOf(conclusions),
        sure,
        table.getHitPolicyHandler() instanceof FirstHitPolicyHandler);
  }

  private Column column(DmnDecisionTableImpl table, int number, long room) {
    DmnDecisionTableInputImpl input = table.getInputs().get(number);
    if (isBlank(input.getExpression())
        || CachedFeelEngine.INPUT_VARIABLE.equals(input.getInputVariable())) {
      return new Column(input, null, null);
    }
    List<@Nullable CellTest> tests = new ArrayList<>();
    for (DmnDecisionTableRuleImpl rule : table.getRules()) {
      tests.add(test(rule.getConditions().get(number)));
    }
    return new Column(input, variable(input.getExpression()), new ColumnIndex(tests, room));
  }

  private @Nullable CellTest test(@Nullable DmnExpressionImpl cell) {
    if (isBlank(cell)) {
      return new CellTest.Always();
    }
    return languages.isFeel(cell, configuration.getDefaultInputEntryExpressionLanguage())
        ? cells.compile(cell.getExpression()).orElse(null)
        : null;
  }

  private @Nullable String variable(DmnExpressionImpl expression) {
    if (!languages.isFeel(
        expression, configuration.getDefaultInputExpressionExpressionLanguage())) {
      return null;
    }
    Optional<Exp> tree = feel.expression(expression.getExpression());
    return tree.isPresent() && tree.get() instanceof Ref ref && ref.names().size() == 1
        ? ref.names().head()
        : null;
  }

  private List<Conclusion> conclusions(
      List<DmnDecisionTableOutputImpl> outputs, DmnDecisionTableRuleImpl rule) {
    List<Conclusion> conclusions = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) {
      conclusions.add(conclusion(rule.getConclusions().get(i)));
    }
    return List.copyOf(conclusions);
  }

  private Conclusion conclusion(@Nullable DmnExpressionImpl cell) {
    if (isBlank(cell)) {
      return configuration.isReturnBlankTableOutputAsNull() ? new Conclusion.Constant(null) : NONE;
    }
    if (!languages.isFeel(cell, configuration.getDefaultOutputEntryExpressionLanguage())) {
      return ASKED;
    }
    return feel.expression(cell.getExpression())
        .filter(CellCompiler::isLiteral)
        .<Conclusion>map(
            literal -> new Conclusion.Constant(feel.values().unpackVal(feel.constant(literal))))
        .orElse(ASKED);
  }

  private static boolean isSure(
      List<DmnDecisionTableOutputImpl> outputs, List<Conclusion> conclusions) {
    for (int i = 0; i < outputs.size(); i++) {
      if (conclusions.get(i) == ASKED
          || (conclusions.get(i) instanceof Conclusion.Constant constant
              && !fits(outputs.get(i), constant.value()))) {
        return false;
      }
    }
    return true;
  }

  private static boolean fits(DmnDecisionTableOutputImpl output, @Nullable Object value) {
    try {
      output.getTypeDefinition().transform(value);
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  private static boolean isBlank(@Nullable DmnExpressionImpl expression) {
    return expression == null
        || expression.getExpression() == null
        || expression.getExpression().trim().isEmpty();
  }
}
