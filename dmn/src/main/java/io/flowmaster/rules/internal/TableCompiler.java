package io.flowmaster.rules.internal;

import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import io.flowmaster.rules.internal.IndexedTable.Column;
import io.flowmaster.rules.internal.IndexedTable.Conclusion;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableInputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl;
import org.camunda.bpm.dmn.engine.impl.DmnExpressionImpl;
import org.camunda.bpm.dmn.engine.impl.hitpolicy.FirstHitPolicyHandler;
import org.camunda.feel.syntaxtree.Ref;
import org.jspecify.annotations.Nullable;

/** Compiles the cells of decision tables, and leaves to FEEL what it does not understand. */
final class TableCompiler {
  private static final long TABLE_BYTES = 16L << 20;
  private final DefaultDmnEngineConfiguration configuration;
  private final CachedFeelEngine feel;
  private final Languages languages;

  /** Which expressions are FEEL. */
  interface Languages {
    boolean isFeel(DmnExpressionImpl expression, String byDefault);
  }

  TableCompiler(
      DefaultDmnEngineConfiguration configuration, CachedFeelEngine feel, Languages languages) {
    this.configuration = configuration;
    this.feel = feel;
    this.languages = languages;
  }

  /** Empty when a rule lacks a cell: the stock engine says what it makes of that. */
  Optional<IndexedTable> compile(DmnDecisionTableImpl table) {
    return isRegular(table) ? Optional.of(indexed(table)) : Optional.empty();
  }

  private static boolean isRegular(DmnDecisionTableImpl table) {
    return table.getRules().stream()
        .allMatch(
            rule ->
                rule.getConditions().size() >= table.getInputs().size()
                    && rule.getConclusions().size() >= table.getOutputs().size());
  }

  private IndexedTable indexed(DmnDecisionTableImpl table) {
    List<List<Conclusion>> conclusions = conclusions(table);
    BitSet sure = new BitSet();
    for (int rule = 0; rule < conclusions.size(); rule++) {
      sure.set(rule, ConclusionCompiler.areSure(conclusions.get(rule), table.getOutputs()));
    }
    List<Column> columns = columns(table);
    return new IndexedTable(
        columns,
        List.copyOf(table.getOutputs()),
        List.copyOf(table.getRules()),
        conclusions,
        sure,
        table.getHitPolicyHandler() instanceof FirstHitPolicyHandler,
        columns.stream().anyMatch(TableCompiler::calculates)
            || conclusions.stream()
                .anyMatch(rule -> rule.stream().anyMatch(Conclusion.Asked.class::isInstance)));
  }

  private static boolean calculates(Column column) {
    return !column.path() || column.index() == null || !column.index().asked().isEmpty();
  }

  private List<Column> columns(DmnDecisionTableImpl table) {
    CellCompiler cells = new CellCompiler(feel);
    List<Column> columns = new ArrayList<>();
    long room = TABLE_BYTES;
    for (int i = 0; i < table.getInputs().size(); i++) {
      Column column = column(table, i, cells, room);
      room -= column.index() == null ? 0 : column.index().bytes();
      columns.add(column);
    }
    return List.copyOf(columns);
  }

  private List<List<Conclusion>> conclusions(DmnDecisionTableImpl table) {
    ConclusionCompiler compiler =
        new ConclusionCompiler(
            feel,
            cell -> languages.isFeel(cell, configuration.getDefaultOutputEntryExpressionLanguage()),
            configuration.isReturnBlankTableOutputAsNull());
    return table.getRules().stream()
        .map(rule -> compiler.compile(rule.getConclusions(), table.getOutputs().size()))
        .toList();
  }

  private Column column(DmnDecisionTableImpl table, int number, CellCompiler cells, long room) {
    DmnDecisionTableInputImpl input = table.getInputs().get(number);
    if (isBlank(input.getExpression())
        || CachedFeelEngine.INPUT_VARIABLE.equals(input.getInputVariable())) {
      return new Column(input, null, false, null);
    }
    List<@Nullable CellTest> tests = new ArrayList<>();
    for (DmnDecisionTableRuleImpl rule : table.getRules()) {
      tests.add(test(rule.getConditions().get(number), cells));
    }
    List<String> path = path(input.getExpression());
    return new Column(
        input,
        path.size() == 1 ? path.get(0) : null,
        !path.isEmpty(),
        new ColumnIndex(tests, room));
  }

  private @Nullable CellTest test(@Nullable DmnExpressionImpl cell, CellCompiler cells) {
    if (isBlank(cell)) {
      return new CellTest.Always();
    }
    return languages.isFeel(cell, configuration.getDefaultInputEntryExpressionLanguage())
        ? cells.compile(cell.getExpression()).orElse(null)
        : null;
  }

  /** The names that lead to the input; empty when it is another expression. */
  private List<String> path(DmnExpressionImpl expression) {
    if (!languages.isFeel(
        expression, configuration.getDefaultInputExpressionExpressionLanguage())) {
      return List.of();
    }
    return feel.expression(expression.getExpression())
        .filter(Ref.class::isInstance)
        .map(tree -> CollectionConverters.asJava(((Ref) tree).names()))
        .orElse(List.of());
  }

  static boolean isBlank(@Nullable DmnExpressionImpl expression) {
    return expression == null
        || expression.getExpression() == null
        || expression.getExpression().trim().isEmpty();
  }
}
