package io.flowmaster.rules.internal;

import io.flowmaster.rules.internal.IndexedTable.Conclusion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableOutputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnExpressionImpl;
import org.jspecify.annotations.Nullable;

/** Makes constants of outputs that are literals; leaves all others to FEEL. */
final class ConclusionCompiler {
  private static final Conclusion NONE = new Conclusion.None();
  private static final Conclusion ASKED = new Conclusion.Asked();
  private final CachedFeelEngine feel;
  private final Predicate<DmnExpressionImpl> isFeel;
  private final Conclusion blank;
  private final Map<String, Conclusion> seen = new HashMap<>();

  ConclusionCompiler(
      CachedFeelEngine feel, Predicate<DmnExpressionImpl> isFeel, boolean blankIsNull) {
    this.feel = feel;
    this.isFeel = isFeel;
    this.blank = blankIsNull ? new Conclusion.Constant(null) : NONE;
  }

  List<Conclusion> compile(List<DmnExpressionImpl> cells, int outputs) {
    List<Conclusion> conclusions = new ArrayList<>();
    for (DmnExpressionImpl cell : cells.subList(0, outputs)) {
      conclusions.add(conclusion(cell));
    }
    return List.copyOf(conclusions);
  }

  private Conclusion conclusion(@Nullable DmnExpressionImpl cell) {
    if (TableCompiler.isBlank(cell)) {
      return blank;
    }
    return isFeel.test(cell) ? seen.computeIfAbsent(cell.getExpression(), this::literal) : ASKED;
  }

  private Conclusion literal(String text) {
    return feel.expression(text)
        .filter(CellCompiler::isLiteral)
        .<Conclusion>map(
            literal -> new Conclusion.Constant(feel.values().unpackVal(feel.constant(literal))))
        .orElse(ASKED);
  }

  /** Whether these can be given for the outputs without a failure. */
  static boolean areSure(List<Conclusion> conclusions, List<DmnDecisionTableOutputImpl> outputs) {
    for (int i = 0; i < outputs.size(); i++) {
      if (conclusions.get(i) instanceof Conclusion.Asked
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
}
