package io.flowmaster.engine.internal;

import camundajar.impl.scala.Option;
import camundajar.impl.scala.Some;
import camundajar.impl.scala.collection.Iterable;
import camundajar.impl.scala.collection.immutable.List;
import camundajar.impl.scala.collection.immutable.Nil$;
import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import io.flowmaster.engine.FeelEngines;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.FeelEngineClock;
import org.camunda.feel.api.EvaluationFailure;
import org.camunda.feel.api.EvaluationFailureType;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FailedEvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.SuccessfulEvaluationResult;
import org.camunda.feel.context.Context;
import org.camunda.feel.context.CustomContext;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.context.VariableProvider;
import org.camunda.feel.impl.JavaValueMapper;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.syntaxtree.ValFatalError;
import org.camunda.feel.valuemapper.CustomValueMapper;
import org.camunda.feel.valuemapper.ValueMapper;
import org.camunda.spin.plugin.impl.feel.integration.SpinValueMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * FEEL that ends: every evaluation has a budget of time, steps and room (see {@link FeelBudget}),
 * regular expressions cannot run away, and no Java object is reached. Otherwise it answers as the
 * FEEL engine does.
 */
@Component
@SuppressWarnings("deprecation")
class BoundedFeel extends FeelEngine implements FeelEngines {
  private final PolicyProperties limits;
  private final FunctionProvider functions;

  @Autowired
  BoundedFeel(Allowances allowances) {
    this(allowances.limits(), values(), FeelEngine.defaultClock());
  }

  BoundedFeel(PolicyProperties limits, ValueMapper values, FeelEngineClock clock) {
    super(FeelEngine.defaultFunctionProvider(), values, new FeelEngine.Configuration(false), clock);
    this.limits = limits;
    FunctionProvider builtin = new BuiltinFunctions(clock, values);
    this.functions =
        new FunctionProvider.CompositeFunctionProvider(
            list(new BoundedFunctions(builtin), builtin));
  }

  @Override
  public FeelEngineApi bounded(Supplier<ZonedDateTime> now) {
    return new FeelEngineApi(new BoundedFeel(limits, valueMapper(), now::get));
  }

  /** The engine's decisions evaluate their FEEL with it. */
  org.camunda.bpm.dmn.feel.impl.FeelEngine forDecisions() {
    return new ScalaFeelEngine(java.util.List.of()) {
      @Override
      protected FeelEngine buildFeelEngine(
          CustomFunctionTransformer ignored, ValueMapper.CompositeValueMapper alsoIgnored) {
        return BoundedFeel.this;
      }
    };
  }

  /**
   * The value of an expression over the variables of a scope.
   *
   * @throws ProcessEngineException when it cannot be evaluated, or takes too much
   */
  @Nullable Object evaluate(String expression, VariableScope scope) {
    var parsed = parseExpression(expression);
    if (parsed.isLeft()) {
      throw new FeelFailed(parsed.left().toOption().get().message());
    }
    EvaluationResult result = evaluate(parsed.toOption().get(), new ScopeContext(scope));
    if (result.isFailure()) {
      throw new FeelFailed(result.failure().message());
    }
    return result.result();
  }

  @Override
  public EvaluationResult evaluate(ParsedExpression expression, Context variables) {
    FeelBudget budget = new FeelBudget(limits, CommandWork.evaluation());
    EvalContext context = EvalContext.create(valueMapper(), functions).merge(variables);
    try {
      Val value =
          new BoundedInterpreter(valueMapper(), budget).eval(expression.expression(), context);
      String failure = failure(value, context);
      return failure == null
          ? new SuccessfulEvaluationResult(
              valueMapper().unpackVal(budget.made(value)), context.failureCollector().failures())
          : failed(expression, failure, context.failureCollector().failures());
    } catch (StackOverflowError nested) {
      return failed(expression, "it is nested too deeply", none());
    } catch (RuntimeException e) {
      return failed(expression, String.valueOf(e.getMessage()), none());
    }
  }

  private static @Nullable String failure(Val value, EvalContext context) {
    var failures = context.failureCollector().failures().iterator();
    while (failures.hasNext()) {
      EvaluationFailure each = failures.next();
      if (each.failureType() == EvaluationFailureType.ASSERT_FAILURE$.MODULE$) {
        return "assertion failed: " + each.failureMessage();
      }
    }
    if (value instanceof ValError error) {
      return error.error();
    }
    return value instanceof ValFatalError fatal ? fatal.error() : null;
  }

  private static EvaluationResult failed(
      ParsedExpression expression, String reason, List<EvaluationFailure> suppressed) {
    String text = PolicyFindings.shown(expression.text());
    return new FailedEvaluationResult(
        new FeelEngine.Failure("failed to evaluate expression " + text + ": " + reason),
        suppressed);
  }

  @SuppressWarnings("unchecked")
  private static List<EvaluationFailure> none() {
    return (List<EvaluationFailure>) (List<?>) Nil$.MODULE$;
  }

  static ValueMapper values() {
    return new ValueMapper.CompositeValueMapper(
        BoundedFeel.<CustomValueMapper>list(
            new NoJavaObjects(), new SpinValueMapper(), new JavaValueMapper()));
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static <T> List<T> list(T... elements) {
    return CollectionConverters.asScala(Arrays.asList(elements)).toList();
  }

  /** FEEL could not be evaluated. */
  static final class FeelFailed extends ProcessEngineException {
    private static final long serialVersionUID = 1L;

    FeelFailed(String message) {
      super(message);
    }
  }

  /** The variables of a scope, read as they are asked for. */
  private static final class ScopeContext extends CustomContext {
    private final VariableProvider variables;

    ScopeContext(VariableScope scope) {
      this.variables = new ScopeVariables(scope);
    }

    @Override
    public VariableProvider variableProvider() {
      return variables;
    }
  }

  private record ScopeVariables(VariableScope scope) implements VariableProvider {
    @Override
    public Option<Object> getVariable(String name) {
      return scope.hasVariable(name) ? new Some<>(scope.getVariable(name)) : Option.empty();
    }

    @Override
    public Iterable<String> keys() {
      return CollectionConverters.asScala(scope.getVariableNames());
    }
  }
}
