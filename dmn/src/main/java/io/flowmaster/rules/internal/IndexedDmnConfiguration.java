package io.flowmaster.rules.internal;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnDecisionContext;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableResultImpl;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.feel.FeelEngine;
import org.jspecify.annotations.Nullable;

/**
 * Builds the stock decision engine with decision tables that are compiled to an index, and FEEL
 * that is read once. Its answers, events and failures are those of the stock engine, but for
 * decisions that {@link ChoosingTransform} gives to the standard's evaluator.
 */
final class IndexedDmnConfiguration extends DefaultDmnEngineConfiguration {
  private final @Nullable FeelEngine boundedFeel;
  private @Nullable IndexedTableHandler tables;

  /**
   * @param boundedFeel evaluates all FEEL; null for the stock engine
   */
  IndexedDmnConfiguration(@Nullable FeelEngine boundedFeel) {
    this.boundedFeel = boundedFeel;
    transformer = new ChoosingTransformer();
  }

  @Override
  public DmnEngine buildEngine() {
    if (enableFeelLegacyBehavior || feelEngineFactory != null) {
      return super.buildEngine();
    }
    CachedFeelEngine feel = new CachedFeelEngine(feelCustomFunctionProviders, boundedFeel);
    setFeelEngineFactory(() -> feel);
    init();
    tables = new IndexedTableHandler(this, feel);
    return new Engine(this, tables);
  }

  /**
   * Whether an evaluation, with all that is required for it, may ask FEEL for more than variables:
   * then it can take any time.
   */
  boolean calculates(DmnDecision decision) {
    return calculates(decision, new HashSet<>());
  }

  private boolean calculates(DmnDecision decision, Set<DmnDecision> seen) {
    if (!seen.add(decision)) {
      return false;
    }
    return tables == null
        || !(decision instanceof DmnDecisionImpl known)
        || !(known.getDecisionLogic() instanceof DmnDecisionTableImpl table)
        || tables.calculates(table)
        || decision.getRequiredDecisions().stream().anyMatch(each -> calculates(each, seen));
  }

  /** Keeps one context for all evaluations, where the stock engine builds one for each. */
  private static final class Engine extends DefaultDmnEngine {
    private final Context context;

    Engine(IndexedDmnConfiguration configuration, IndexedTableHandler tables) {
      super(configuration);
      this.context = new Context(configuration, tables);
    }

    @Override
    public DmnDecisionResult evaluateDecision(DmnDecision decision, VariableContext variables) {
      return decision instanceof DmnDecisionImpl && variables != null
          ? context.evaluateDecision(decision, variables)
          : super.evaluateDecision(decision, variables);
    }

    @Override
    public DmnDecisionTableResult evaluateDecisionTable(
        DmnDecision decision, VariableContext variables) {
      return decision instanceof DmnDecisionImpl && decision.isDecisionTable() && variables != null
          ? DmnDecisionTableResultImpl.wrap(context.evaluateDecision(decision, variables))
          : super.evaluateDecisionTable(decision, variables);
    }
  }

  /** Times each evaluation, through whatever door, in {@code flowmaster.decisions}. */
  private static final class Context extends DefaultDmnDecisionContext {
    private final Timer camunda = timer("camunda");
    private final Timer standard = timer("standard");

    Context(IndexedDmnConfiguration configuration, IndexedTableHandler tables) {
      super(configuration);
      evaluationHandlers.put(DmnDecisionTableImpl.class, tables);
      evaluationHandlers.put(StandardLogic.class, new StandardHandler());
    }

    @Override
    public DmnDecisionResult evaluateDecision(DmnDecision decision, VariableContext variables) {
      boolean byStandard =
          decision instanceof DmnDecisionImpl known
              && known.getDecisionLogic() instanceof StandardLogic;
      long began = System.nanoTime();
      try {
        return super.evaluateDecision(decision, variables);
      } finally {
        (byStandard ? standard : camunda).record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
      }
    }

    private static Timer timer(String evaluator) {
      return Timer.builder("flowmaster.decisions")
          .description("Decisions evaluated, with all that they require, and how long it took")
          .tag("evaluator", evaluator)
          .register(Metrics.globalRegistry);
    }
  }
}
