package io.flowmaster.policies;

import io.flowmaster.rules.DecisionTables.Rule;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a policy decides, and why.
 *
 * @param allowed whether the policy lets it pass; roles must allow it besides
 * @param decidedBy the rule that decided; null when no rule matched, so that the roles decide alone
 * @param because the same in a sentence
 * @param matched every rule that matched, in order, with its effect
 * @param version which version decided; null for the draft, or when no policy is in force
 */
public record Explanation(
    boolean allowed,
    @Nullable Rule decidedBy,
    @Schema(example = "Rule 3 denies it: only finance answers large invoices.") String because,
    List<Matched> matched,
    @Nullable Integer version) {

  /**
   * A rule that matched.
   *
   * @param effect allow or deny
   */
  public record Matched(Rule rule, @Schema(example = "deny") String effect) {}
}
