package io.flowmaster.rules.internal;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.Problem.FieldError;
import io.flowmaster.rules.Evaluation;
import io.flowmaster.rules.Evaluation.Source;
import io.flowmaster.rules.Evaluation.Step;
import io.flowmaster.rules.EvaluationRefused;
import io.flowmaster.rules.EvaluationRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Evaluates decisions: at once when they only look values up, else each on a thread of its own and
 * for a limited time, since a FEEL expression can loop for very long, and cannot be interrupted.
 */
@Component
class DmnEvaluator implements DisposableBean {
  private static final Pattern VARIABLE =
      Pattern.compile("\\s*([\\p{L}_][\\p{L}\\p{N}_]*)(?:\\.[\\p{L}_][\\p{L}\\p{N}_]*)*\\s*");
  private static final Set<String> CONSTANTS = Set.of("null", "true", "false");
  private final ListeningDmnEngine engine;
  private final DmnTrace trace;
  private final Duration longest;
  private final ThreadPoolExecutor threads;

  DmnEvaluator(ListeningDmnEngine engine, DmnTrace trace, RulesProperties properties) {
    this.engine = engine;
    this.trace = trace;
    this.longest = properties.evaluationTimeout();
    this.threads =
        new ThreadPoolExecutor(
            0,
            properties.evaluationThreads(),
            30,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            DmnEvaluator::daemon);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "rules-evaluation");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void destroy() {
    threads.shutdownNow();
  }

  /**
   * @param key the rule set's key
   * @param version null for the draft
   * @throws EvaluationRefused when an input is missing, or the decision cannot be evaluated
   */
  Evaluation evaluate(
      CompiledRules rules, String key, @Nullable Integer version, EvaluationRequest request) {
    DmnDecision decision = rules.decision(request.decisionId(), key);
    requireInputs(rules, decision, request.variables().keySet());
    Map<String, Object> facts = RuleValues.facts(request.variables());
    Callable<List<Step>> work = () -> trace.steps(engine.evaluate(decision, facts), rules);
    List<Step> steps =
        engine.calculates(decision)
            ? limited(decision, rules, work)
            : atOnce(decision, rules, work);
    Step asked = steps.get(steps.size() - 1);
    return new Evaluation(
        asked.result(),
        asked.matchedRules(),
        asked.inputs(),
        version,
        version == null ? Source.DRAFT : Source.PUBLISHED,
        asked.decisionId(),
        CompiledRules.evaluator(decision),
        steps);
  }

  /** An input that is a plain variable must be sent; null says that it has no value. */
  private static void requireInputs(CompiledRules rules, DmnDecision decision, Set<String> sent) {
    StandardLogic standard = CompiledRules.standard(decision);
    List<FieldError> missing =
        standard == null ? missing(rules.chain(decision), sent) : missing(standard, sent);
    if (!missing.isEmpty()) {
      throw new EvaluationRefused(
          "inputs-missing",
          "The decision needs more variables.",
          missing,
          Map.of("decisionId", decision.getKey()));
    }
  }

  private static List<FieldError> missing(StandardLogic logic, Set<String> sent) {
    return logic.model().inputs(logic.outline().name()).stream()
        .filter(input -> !sent.contains(input))
        .map(
            input ->
                new FieldError(
                    "/variables/" + input.replace("~", "~0").replace("/", "~1"),
                    "Send %s, or null when it has no value: decision %s needs this input."
                        .formatted(input, logic.outline().id())))
        .toList();
  }

  private static List<FieldError> missing(List<DecisionOutline> chain, Set<String> sent) {
    Set<String> known = new HashSet<>(sent);
    chain.forEach(outline -> known.addAll(outline.outputs()));
    List<FieldError> missing = new ArrayList<>();
    for (DecisionOutline outline : chain) {
      for (DecisionOutline.Input input : outline.inputs()) {
        String expression = input.expression() == null ? "" : input.expression();
        Matcher variable = VARIABLE.matcher(expression);
        if (variable.matches()
            && !CONSTANTS.contains(variable.group(1))
            && known.add(variable.group(1))) {
          missing.add(
              new FieldError(
                  "/variables/" + variable.group(1),
                  "Send %s, or null when it has no value: decision %s asks for it in input %s."
                      .formatted(variable.group(1), outline.id(), input.id())));
        }
      }
    }
    return missing;
  }

  private static <T> T atOnce(DmnDecision decision, CompiledRules rules, Callable<T> work) {
    try {
      return work.call();
    } catch (Exception e) {
      throw refusal(e, decision, rules);
    }
  }

  private static Problem refusal(Throwable thrown, DmnDecision decision, CompiledRules rules) {
    return thrown instanceof Problem problem ? problem : DmnFailure.of(thrown, decision, rules);
  }

  private <T> T limited(DmnDecision decision, CompiledRules rules, Callable<T> work) {
    Future<T> running;
    try {
      running = threads.submit(StandardTime.bounded(work));
    } catch (RejectedExecutionException e) {
      throw new EvaluationsBusy();
    }
    try {
      return running.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      running.cancel(true);
      throw new EvaluationRefused(
          "evaluation-too-long",
          "The decision took longer than " + longest.toSeconds() + " seconds. Make it simpler.",
          List.of(),
          Map.of("decisionId", decision.getKey()));
    } catch (ExecutionException e) {
      throw refusal(e.getCause(), decision, rules);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EvaluationsBusy();
    }
  }
}
