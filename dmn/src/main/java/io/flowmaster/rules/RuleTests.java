package io.flowmaster.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The test cases of the current tenant's rule sets. They belong to the set, not to a version, and
 * run whenever a draft is published. Every call throws {@link RuleSetNotFound} for an unknown set.
 */
public interface RuleTests {

  List<RuleTest> of(RuleSetId id);

  /** Replaces all test cases of a set; counts as a change of the set. */
  RuleSetView keep(RuleSetId id, List<RuleTest> tests, @Nullable String ifMatch);

  /**
   * Runs all test cases.
   *
   * @param version null for the draft
   */
  List<RuleTestOutcome> run(RuleSetId id, @Nullable Integer version);
}
