package io.flowmaster.rules.internal;

import io.flowmaster.platform.AccessPolicy;
import io.flowmaster.platform.AccessPolicy.Action;
import io.flowmaster.platform.AccessPolicy.Resource;
import io.flowmaster.platform.Problem;
import io.flowmaster.rules.BatchItem;
import io.flowmaster.rules.BatchItem.Refusal;
import io.flowmaster.rules.Evaluation;
import io.flowmaster.rules.EvaluationRefused;
import io.flowmaster.rules.EvaluationRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Evaluates one request or many; in a batch, one refusal does not touch the others. */
@Component
class RuleEvaluations {
  private final DmnEvaluator evaluator;
  private final RulesProperties properties;
  private final AccessPolicy policy;
  private final Clock clock;

  RuleEvaluations(
      DmnEvaluator evaluator, RulesProperties properties, AccessPolicy policy, Clock clock) {
    this.evaluator = evaluator;
    this.properties = properties;
    this.policy = policy;
    this.clock = clock;
  }

  /**
   * What is evaluated.
   *
   * @param version null for the draft
   */
  record Source(CompiledRules rules, String key, @Nullable Integer version) {}

  Evaluation one(Source source, EvaluationRequest request) {
    policy.require(
        Action.EVALUATE, () -> new Resource("rule-set", null, Map.of("key", source.key())));
    return evaluator.evaluate(source.rules(), source.key(), source.version(), request);
  }

  /**
   * All requests of a batch ask for the same version.
   *
   * @throws Problem when that version is not there
   */
  List<BatchItem> many(
      Function<@Nullable Integer, Source> sources, List<EvaluationRequest> requests) {
    List<BatchItem> items = new ArrayList<>();
    if (requests.isEmpty()) {
      return items;
    }
    Source source = sources.apply(requests.get(0).version());
    Instant end = clock.instant().plus(properties.batchTimeout());
    for (EvaluationRequest request : requests) {
      items.add(item(items.size(), source, request, end));
    }
    return items;
  }

  private BatchItem item(int index, Source source, EvaluationRequest request, Instant end) {
    try {
      if (clock.instant().isAfter(end)) {
        throw new EvaluationRefused(
            "evaluation-too-long",
            "The batch took too long. Send this item again in a smaller one.",
            List.of(),
            Map.of());
      }
      return new BatchItem(index, one(source, request), null);
    } catch (Problem problem) {
      Refusal refusal =
          new Refusal(
              "urn:flowmaster:problem:" + problem.code(),
              problem.kind().title(),
              problem.kind().status(),
              String.valueOf(problem.getMessage()),
              problem.errors());
      return new BatchItem(index, null, refusal);
    }
  }
}
