package io.flowmaster.engine.internal;

import camundajar.impl.scala.Tuple2;
import camundajar.impl.scala.collection.Iterator;
import camundajar.impl.scala.collection.immutable.List;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.FeelInterpreter;
import org.camunda.feel.syntaxtree.Addition;
import org.camunda.feel.syntaxtree.ConstContext;
import org.camunda.feel.syntaxtree.ConstList;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionDefinition;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.JavaFunctionInvocation;
import org.camunda.feel.syntaxtree.QualifiedFunctionInvocation;
import org.camunda.feel.syntaxtree.SomeItem;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValList;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.valuemapper.ValueMapper;
import org.jspecify.annotations.Nullable;

/** Evaluates FEEL within a budget: one interpreter for one evaluation. */
final class BoundedInterpreter extends FeelInterpreter {
  private final FeelBudget budget;

  BoundedInterpreter(ValueMapper values, FeelBudget budget) {
    super(values);
    this.budget = budget;
  }

  @Override
  public Val eval(Exp expression, EvalContext context) {
    budget.step();
    if (expression instanceof FunctionDefinition definition
        && definition.body() instanceof JavaFunctionInvocation) {
      throw new FeelBudget.Spent("it calls Java, which is not allowed");
    }
    if (expression instanceof IterationContext range) {
      return range(range, context);
    }
    List<Tuple2<String, Exp>> iterators = iterators(expression);
    if (iterators != null && iterators.size() > 1) {
      requireRoom(iterators, context);
    }
    Val value = FeelBudget.sane(super.eval(expression, context));
    return makes(expression) ? budget.made(value) : value;
  }

  /** FEEL would make the list of the whole range before anybody could look at it. */
  private Val range(IterationContext range, EvalContext context) {
    Val start = eval(range.start(), context);
    Val end = eval(range.end(), context);
    if (start instanceof ValNumber from && end instanceof ValNumber to) {
      budget.items(
          (long)
              Math.min(
                  Long.MAX_VALUE / 2d,
                  Math.abs(to.value().doubleValue() - from.value().doubleValue()) + 1));
      return super.eval(
          new IterationContext(new ConstNumber(from.value()), new ConstNumber(to.value())),
          context);
    }
    return super.eval(range, context);
  }

  /** Several iterators become the list of all combinations before the first one is used. */
  private void requireRoom(List<Tuple2<String, Exp>> iterators, EvalContext context) {
    double combinations = 1;
    Iterator<Tuple2<String, Exp>> each = iterators.iterator();
    while (each.hasNext()) {
      if (eval(each.next()._2(), context) instanceof ValList list) {
        combinations *= list.items().size();
      }
    }
    budget.items((long) Math.min(Long.MAX_VALUE / 2d, combinations));
  }

  private static @Nullable List<Tuple2<String, Exp>> iterators(Exp expression) {
    if (expression instanceof For loop) {
      return loop.iterators();
    }
    if (expression instanceof SomeItem loop) {
      return loop.iterators();
    }
    return expression instanceof EveryItem loop ? loop.iterators() : null;
  }

  /** Whether an expression makes a value that may be larger than those which it is made of. */
  private static boolean makes(Exp expression) {
    return expression instanceof ConstList
        || expression instanceof ConstContext
        || expression instanceof For
        || expression instanceof Addition
        || expression instanceof FunctionInvocation
        || expression instanceof QualifiedFunctionInvocation;
  }
}
