package io.flowmaster.rules.internal;

import io.flowmaster.platform.CurrentActor;
import io.flowmaster.rules.RuleSetId;
import io.flowmaster.rules.RuleSetIsArchived;
import io.flowmaster.rules.RuleSetNotFound;
import io.flowmaster.rules.RuleSetStatus;
import io.flowmaster.rules.RuleSetView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the rule sets of the current tenant, to read or to change. */
@Component
class RuleAccess {
  private final JdbcRuleStore store;
  private final CurrentActor current;

  RuleAccess(JdbcRuleStore store, CurrentActor current) {
    this.store = store;
    this.current = current;
  }

  RuleSetView find(RuleSetId id) {
    return store
        .find(current.tenant(), id)
        .orElseThrow(() -> new RuleSetNotFound("rule set " + id));
  }

  /** Locks the set until the transaction ends. */
  RuleSetView editable(RuleSetId id, @Nullable String ifMatch, boolean matchRequired) {
    if (!store.lock(current.tenant(), id)) {
      throw new RuleSetNotFound("rule set " + id);
    }
    RuleSetView rules = find(id);
    if (matchRequired || ifMatch != null) {
      rules.revision().requireMatch(ifMatch);
    }
    if (rules.status() == RuleSetStatus.ARCHIVED) {
      throw new RuleSetIsArchived(rules.key());
    }
    return rules;
  }
}
