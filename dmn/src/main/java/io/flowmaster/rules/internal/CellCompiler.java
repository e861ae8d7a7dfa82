package io.flowmaster.rules.internal;

import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import io.flowmaster.rules.internal.CellTest.AnyOf;
import io.flowmaster.rules.internal.CellTest.Between;
import io.flowmaster.rules.internal.CellTest.Compared;
import io.flowmaster.rules.internal.CellTest.Compared.Order;
import io.flowmaster.rules.internal.CellTest.EqualTo;
import io.flowmaster.rules.internal.CellTest.Negated;
import io.flowmaster.rules.internal.CellTest.OneOf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.feel.impl.interpreter.ValComparator;
import org.camunda.feel.syntaxtree.ArithmeticNegation;
import org.camunda.feel.syntaxtree.AtLeastOne;
import org.camunda.feel.syntaxtree.ConstBool;
import org.camunda.feel.syntaxtree.ConstDate;
import org.camunda.feel.syntaxtree.ConstDateTime;
import org.camunda.feel.syntaxtree.ConstDayTimeDuration;
import org.camunda.feel.syntaxtree.ConstList;
import org.camunda.feel.syntaxtree.ConstLocalDateTime;
import org.camunda.feel.syntaxtree.ConstLocalTime;
import org.camunda.feel.syntaxtree.ConstNull$;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstRange;
import org.camunda.feel.syntaxtree.ConstRangeBoundary;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.ConstTime;
import org.camunda.feel.syntaxtree.ConstYearMonthDuration;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.InputEqualTo;
import org.camunda.feel.syntaxtree.InputGreaterOrEqual;
import org.camunda.feel.syntaxtree.InputGreaterThan;
import org.camunda.feel.syntaxtree.InputInRange;
import org.camunda.feel.syntaxtree.InputLessOrEqual;
import org.camunda.feel.syntaxtree.InputLessThan;
import org.camunda.feel.syntaxtree.Not;
import org.camunda.feel.syntaxtree.OpenConstRangeBoundary;
import org.camunda.feel.syntaxtree.UnaryTestExpression;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValBoolean;
import org.camunda.feel.syntaxtree.ValList;

/**
 * Makes tests of cells that compare with constants; leaves all other cells to FEEL. One table's
 * cells with the same text share their test.
 */
final class CellCompiler {
  private final CachedFeelEngine feel;
  private final ValComparator comparator;
  private final Map<String, Optional<CellTest>> seen = new HashMap<>();

  CellCompiler(CachedFeelEngine feel) {
    this.feel = feel;
    this.comparator = new ValComparator(feel.values());
  }

  /** The test of a cell; empty when FEEL itself must be asked. */
  Optional<CellTest> compile(String cell) {
    return seen.computeIfAbsent(cell, text -> feel.unaryTests(text).flatMap(this::test));
  }

  private Optional<CellTest> test(Exp tree) {
    if (tree instanceof ConstBool dash && dash.value()) {
      return Optional.of(new CellTest.Always());
    } else if (tree instanceof Not not) {
      return test(not.x()).map(Negated::new);
    } else if (tree instanceof AtLeastOne any) {
      return anyOf(CollectionConverters.asJava(any.xs()));
    } else if (tree instanceof UnaryTestExpression value) {
      return constant(value.exp()).map(this::equalTo);
    } else if (tree instanceof InputEqualTo value) {
      return constant(value.x()).map(c -> new EqualTo(c, CellTest.Answer.NULL, comparator));
    } else if (tree instanceof InputInRange range) {
      return between(range.range());
    }
    return compared(tree);
  }

  private Optional<CellTest> anyOf(List<Exp> trees) {
    List<CellTest> tests = new ArrayList<>();
    for (Exp tree : trees) {
      Optional<CellTest> test = test(tree);
      if (test.isEmpty()) {
        return Optional.empty();
      }
      tests.add(test.get());
    }
    return Optional.of(new AnyOf(List.copyOf(tests)));
  }

  /** In a list of tests, an expression that is true makes the test true, whatever the input. */
  private CellTest equalTo(Val constant) {
    if (constant instanceof ValList list) {
      return OneOf.of(list, comparator);
    } else if (constant instanceof ValBoolean bool) {
      return bool.value()
          ? new CellTest.Always()
          : new EqualTo(constant, CellTest.Answer.FALSE, comparator);
    }
    return new EqualTo(constant, CellTest.Answer.NULL, comparator);
  }

  private Optional<CellTest> compared(Exp tree) {
    if (tree instanceof InputLessThan than) {
      return compared(Order.LESS, than.x()).map(c -> c);
    } else if (tree instanceof InputLessOrEqual than) {
      return compared(Order.LESS_OR_EQUAL, than.x()).map(c -> c);
    } else if (tree instanceof InputGreaterThan than) {
      return compared(Order.GREATER, than.x()).map(c -> c);
    } else if (tree instanceof InputGreaterOrEqual than) {
      return compared(Order.GREATER_OR_EQUAL, than.x()).map(c -> c);
    }
    return Optional.empty();
  }

  private Optional<Compared> compared(Order order, Exp bound) {
    return scalar(bound).map(constant -> new Compared(order, constant));
  }

  private Optional<CellTest> between(ConstRange range) {
    boolean openStart = range.start() instanceof OpenConstRangeBoundary;
    boolean openEnd = range.end() instanceof OpenConstRangeBoundary;
    return compared(openStart ? Order.GREATER : Order.GREATER_OR_EQUAL, bound(range.start()))
        .flatMap(
            start ->
                compared(openEnd ? Order.LESS : Order.LESS_OR_EQUAL, bound(range.end()))
                    .map(end -> new Between(start, end)));
  }

  private static Exp bound(ConstRangeBoundary boundary) {
    return boundary.value();
  }

  /** The value of a literal, or of a list of literals. */
  private Optional<Val> constant(Exp tree) {
    if (tree instanceof ConstList list) {
      boolean literals =
          CollectionConverters.asJava(list.items()).stream().allMatch(CellCompiler::isLiteral);
      return literals ? Optional.of(feel.constant(tree)) : Optional.empty();
    }
    return scalar(tree);
  }

  private Optional<Val> scalar(Exp tree) {
    return isLiteral(tree) ? Optional.of(feel.constant(tree)) : Optional.empty();
  }

  static boolean isLiteral(Exp tree) {
    return tree == ConstNull$.MODULE$
        || tree instanceof ConstNumber
        || tree instanceof ConstString
        || tree instanceof ConstBool
        || tree instanceof ConstDate
        || tree instanceof ConstLocalTime
        || tree instanceof ConstTime
        || tree instanceof ConstLocalDateTime
        || tree instanceof ConstDateTime
        || tree instanceof ConstYearMonthDuration
        || tree instanceof ConstDayTimeDuration
        || (tree instanceof ArithmeticNegation minus && minus.x() instanceof ConstNumber);
  }
}
