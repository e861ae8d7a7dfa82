package io.flowmaster.rules.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.PublishedRules;
import io.flowmaster.rules.Evaluation;
import io.flowmaster.rules.EvaluationRequest;
import io.flowmaster.rules.RuleBook;
import io.flowmaster.rules.RuleSetStatus;
import io.flowmaster.rules.RuleSetView;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Rule sets by their keys. */
@Component
class PublishedRuleSets implements PublishedRules {
  private final JdbcRuleStore store;
  private final RuleBook rules;
  private final CurrentActor current;

  PublishedRuleSets(JdbcRuleStore store, RuleBook rules, CurrentActor current) {
    this.store = store;
    this.rules = rules;
    this.current = current;
  }

  @Override
  public Optional<Verdict> evaluate(String key, Map<String, JsonNode> facts) {
    return store
        .findByKey(current.tenant(), key)
        .filter(found -> found.status() == RuleSetStatus.PUBLISHED)
        .map(found -> verdict(found, facts));
  }

  private Verdict verdict(RuleSetView found, Map<String, JsonNode> facts) {
    Evaluation evaluation =
        rules.evaluate(found.id(), new EvaluationRequest(facts, found.latestVersion(), null));
    return new Verdict(
        found.key(),
        found.name(),
        found.latestVersion() == null ? 0 : found.latestVersion(),
        evaluation.matchedRules().stream()
            .map(rule -> new Hit(rule.index(), rule.description(), rule.outputs()))
            .toList());
  }
}
