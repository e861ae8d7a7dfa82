package io.flowmaster.engine.internal;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.collection.Iterator;
import io.flowmaster.engine.internal.PolicyFindings.Refused;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.ArithmeticNegation;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.JavaFunctionInvocation;
import org.camunda.feel.syntaxtree.SomeItem;
import org.jspecify.annotations.Nullable;

/**
 * Reads FEEL without evaluating it and finds calls of Java, and loops that are sure to be endless.
 * What loops over a variable is bounded where it runs: see {@link BoundedFeel}. An expression that
 * is no FEEL is left to others to complain of.
 */
final class FeelRules {
  private static final int DEEPEST = 40;
  private final FeelEngineApi feel =
      FeelEngineBuilder.forJava().withEnabledExternalFunctions(true).build();
  private final int longest;
  private final BigInteger mostRounds;

  FeelRules(PolicyProperties limits) {
    this.longest = limits.longestExpression();
    this.mostRounds = BigInteger.valueOf(limits.evaluationSize());
  }

  Optional<Refused> refusal(String text, boolean unaryTests) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    if (text.length() > longest) {
      return refused(
          Violation.SIZE,
          "A FEEL expression is longer than %d characters. Simplify it.".formatted(longest));
    }
    if (Nesting.of(text) > DEEPEST) {
      return tooDeep();
    }
    try {
      ParseResult parsed = unaryTests ? feel.parseUnaryTests(text) : feel.parseExpression(text);
      return parsed.isSuccess()
          ? walk(parsed.parsedExpression().expression(), BigInteger.ONE)
          : Optional.empty();
    } catch (StackOverflowError nested) {
      return tooDeep();
    }
  }

  /** The parts of an expression are found as a case class has them, whatever its type is. */
  private Optional<Refused> walk(@Nullable Object part, BigInteger outerRounds) {
    if (part instanceof JavaFunctionInvocation java) {
      return refused(
          Violation.FEEL_JAVA,
          "FEEL may not call Java (%s). Use FEEL functions, or an external task."
              .formatted(PolicyFindings.shown(java.className())));
    }
    BigInteger rounds = outerRounds.multiply(rounds(part));
    if (rounds.compareTo(mostRounds) > 0) {
      return refused(
          Violation.ENDLESS,
          "A FEEL expression loops more than %d times. Make its ranges smaller."
              .formatted(mostRounds));
    }
    Iterator<?> children =
        part instanceof camundajar.impl.scala.collection.Iterable<?> many
            ? many.iterator()
            : part instanceof Product product ? product.productIterator() : null;
    while (children != null && children.hasNext()) {
      Optional<Refused> found = walk(children.next(), rounds);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static BigInteger rounds(@Nullable Object part) {
    if (part instanceof For loop) {
      return rounds(loop.iterators());
    }
    if (part instanceof SomeItem loop) {
      return rounds(loop.iterators());
    }
    return part instanceof EveryItem loop ? rounds(loop.iterators()) : BigInteger.ONE;
  }

  private static BigInteger rounds(
      camundajar.impl.scala.collection.immutable.List<camundajar.impl.scala.Tuple2<String, Exp>>
          iterators) {
    BigInteger rounds = BigInteger.ONE;
    Iterator<camundajar.impl.scala.Tuple2<String, Exp>> each = iterators.iterator();
    while (each.hasNext()) {
      if (each.next()._2() instanceof IterationContext range) {
        BigDecimal start = constant(range.start());
        BigDecimal end = constant(range.end());
        if (start != null && end != null) {
          rounds = rounds.multiply(end.subtract(start).abs().toBigInteger().add(BigInteger.ONE));
        }
      }
    }
    return rounds;
  }

  private static @Nullable BigDecimal constant(Exp exp) {
    if (exp instanceof ArithmeticNegation minus && constant(minus.x()) != null) {
      return constant(minus.x()).negate();
    }
    if (exp instanceof ConstNumber number) {
      BigDecimal value = number.value().bigDecimal();
      return Math.abs((long) value.scale()) > 100 ? BigDecimal.valueOf(Long.MAX_VALUE) : value;
    }
    return null;
  }

  private static Optional<Refused> tooDeep() {
    return refused(Violation.SIZE, "A FEEL expression is nested too deeply. Simplify it.");
  }

  private static Optional<Refused> refused(String kind, String reason) {
    return Optional.of(new Refused(kind, reason));
  }
}
