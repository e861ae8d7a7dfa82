package io.flowmaster.rules.internal;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionEvaluationEvent;
import org.camunda.feel.FeelEngine;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The decision engine that the process engine has inside, in the same configuration, but outside of
 * any process: it tells how a decision came about, and stores nothing.
 */
@Component
class ListeningDmnEngine {
  private final ThreadLocal<@Nullable DmnDecisionEvaluationEvent> heard = new ThreadLocal<>();
  private final IndexedDmnConfiguration configuration;
  private final DmnEngine engine;

  /**
   * @param feel bounds what an expression takes; the stock engine where there is none
   */
  ListeningDmnEngine(ObjectProvider<FeelEngine> feel) {
    this.configuration = new IndexedDmnConfiguration(feel.getIfAvailable());
    configuration.setCustomPostDecisionEvaluationListeners(List.of(heard::set));
    this.engine = configuration.buildEngine();
  }

  List<DmnDecision> parse(String xml) {
    return engine.parseDecisions(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  /** Whether an evaluation can take any time: FEEL may have to calculate. */
  boolean calculates(DmnDecision decision) {
    return configuration.calculates(decision);
  }

  /** Evaluates, and says how it came about. */
  DmnDecisionEvaluationEvent evaluate(DmnDecision decision, Map<String, Object> variables) {
    try {
      engine.evaluateDecision(decision, variables);
      DmnDecisionEvaluationEvent event = heard.get();
      if (event == null) {
        throw new IllegalStateException("the engine did not say how it decided");
      }
      return event;
    } finally {
      heard.remove();
    }
  }
}
