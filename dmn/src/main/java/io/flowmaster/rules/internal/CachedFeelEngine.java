package io.flowmaster.rules.internal;

import camundajar.impl.scala.collection.immutable.List;
import camundajar.impl.scala.collection.immutable.Map;
import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import camundajar.impl.scala.util.control.NonFatal;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.feel.impl.scala.ContextVariableWrapper;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.FeelCustomFunctionProvider;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.api.EvaluationFailureType;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.context.CustomContext;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.context.VariableProvider;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.EvaluationFailureCollector;
import org.camunda.feel.impl.interpreter.FeelInterpreter;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.syntaxtree.ValFatalError;
import org.camunda.feel.valuemapper.ValueMapper;
import org.jspecify.annotations.Nullable;

/**
 * The stock FEEL engine, except that it reads an expression once and builds the table of built-in
 * functions once; the stock engine does both for every cell of a table. Whatever does not succeed
 * is asked of the stock engine again, so that every failure is its own.
 */
final class CachedFeelEngine extends ScalaFeelEngine {
  static final String INPUT_VARIABLE = INPUT_VARIABLE_NAME;
  private static final long CHARACTERS_KEPT = 4_000_000;
  private final @Nullable FeelEngine bounded;
  private final ValueMapper values;
  private final FeelEngineApi parser;
  private final FeelInterpreter interpreter;
  private final FunctionProvider functions;
  private final Cache<String, Optional<Exp>> expressions = cache();
  private final Cache<String, Optional<Exp>> unaryTests = cache();

  /**
   * @param bounded evaluates in place of the stock engine, within limits; null for the stock engine
   */
  CachedFeelEngine(
      java.util.@Nullable List<FeelCustomFunctionProvider> customFunctions,
      @Nullable FeelEngine bounded) {
    super(customFunctions);
    this.bounded = bounded;
    if (bounded != null) {
      this.feelEngine = bounded;
    }
    this.values = feelEngine.valueMapper();
    this.parser = new FeelEngineApi(feelEngine);
    this.interpreter = new FeelInterpreter(values);
    this.functions =
        new FunctionProvider.CompositeFunctionProvider(
            both(new BuiltinFunctions(feelEngine.clock(), values), feelEngine.functionProvider()));
  }

  private static Cache<String, Optional<Exp>> cache() {
    return Caffeine.newBuilder()
        .maximumWeight(CHARACTERS_KEPT)
        .weigher((String text, Optional<Exp> parsed) -> text.length())
        .build();
  }

  private static <T> List<T> both(T first, T second) {
    return CollectionConverters.asScala(java.util.List.of(first, second)).toList();
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
    Supplier<Object> stock = () -> super.evaluateSimpleExpression(expression, variables);
    Optional<Exp> parsed = expressions.get(expression, this::expression);
    return (T) evaluated(parsed, () -> new ContextVariableWrapper(variables), stock);
  }

  @Override
  public boolean evaluateSimpleUnaryTests(
      String expression, String inputVariable, VariableContext variables) {
    Supplier<Object> stock =
        () -> super.evaluateSimpleUnaryTests(expression, inputVariable, variables);
    Optional<Exp> parsed = unaryTests.get(expression, this::unaryTests);
    return Boolean.TRUE.equals(evaluated(parsed, () -> scope(inputVariable, variables), stock));
  }

  private static VariableProvider scope(String inputVariable, VariableContext variables) {
    return new VariableProvider.CompositeVariableProvider(
        both(
            new VariableProvider.StaticVariableProvider(
                new Map.Map1<>(INPUT_VARIABLE_NAME, inputVariable)),
            new ContextVariableWrapper(variables)));
  }

  private @Nullable Object evaluated(
      Optional<Exp> parsed, Supplier<VariableProvider> variables, Supplier<Object> stock) {
    if (parsed.isEmpty()) {
      return stock.get();
    }
    if (bounded != null) {
      return within(bounded, parsed.get(), variables.get(), stock);
    }
    try {
      EvaluationFailureCollector failures = new EvaluationFailureCollector();
      Val value =
          interpreter.eval(
              parsed.get(), new EvalContext(values, variables.get(), functions, failures));
      return failed(value, failures) ? stock.get() : values.unpackVal(value);
    } catch (Throwable e) {
      if (NonFatal.apply(e)) {
        return stock.get();
      }
      throw e;
    }
  }

  @SuppressWarnings("deprecation")
  private static @Nullable Object within(
      FeelEngine bounded, Exp expression, VariableProvider variables, Supplier<Object> stock) {
    CustomContext context =
        new CustomContext() {
          @Override
          public VariableProvider variableProvider() {
            return variables;
          }
        };
    EvaluationResult result = bounded.evaluate(new ParsedExpression(expression, ""), context);
    return result.isSuccess() ? result.result() : stock.get();
  }

  private static boolean failed(Val value, EvaluationFailureCollector failures) {
    return value instanceof ValError
        || value instanceof ValFatalError
        || failures
            .failures()
            .exists(f -> f.failureType() == EvaluationFailureType.ASSERT_FAILURE$.MODULE$);
  }

  /** An expression as a tree; empty when it cannot be read. */
  Optional<Exp> expression(String text) {
    return tree(text, parser::parseExpression);
  }

  /** Unary tests as a tree; empty when they cannot be read. */
  Optional<Exp> unaryTests(String text) {
    return tree(text, parser::parseUnaryTests);
  }

  private static Optional<Exp> tree(String text, Function<String, ParseResult> parser) {
    ParseResult parsed = parser.apply(text);
    return parsed.isSuccess()
        ? Optional.of(parsed.parsedExpression().expression())
        : Optional.empty();
  }

  /** The value of an expression that needs no variables. */
  Val constant(Exp literal) {
    return interpreter.eval(literal, EvalContext.empty(values));
  }

  ValueMapper values() {
    return values;
  }
}
