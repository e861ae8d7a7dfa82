package io.flowmaster.rules;

import io.flowmaster.platform.TextDigest;
import org.jspecify.annotations.Nullable;

/**
 * What the draft of a rule set is at one time.
 *
 * @param model null where a change has nothing to do with it
 * @param tests all test cases together; null where a change has nothing to do with them
 */
public record RuleSetState(String name, @Nullable TextDigest model, @Nullable TextDigest tests) {}
