package io.flowmaster.rules.internal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a model says about one decision.
 *
 * @param hitPolicy with its aggregation, {@code COLLECT SUM}; null for a literal expression
 * @param inputs the condition columns of a table, in order
 * @param outputs names of what it gives to decisions that require it
 * @param rules by id, in the table's order
 */
record DecisionOutline(
    String id,
    String name,
    @Nullable String hitPolicy,
    List<Input> inputs,
    List<String> outputs,
    Map<String, Rule> rules) {

  record Input(String id, @Nullable String label, @Nullable String expression) {}

  record Rule(int index, @Nullable String description, List<String> conditions) {}

  boolean isAggregation() {
    return hitPolicy != null && hitPolicy.startsWith("COLLECT ");
  }

  boolean hasManyHits() {
    return "COLLECT".equals(hitPolicy) || "RULE ORDER".equals(hitPolicy);
  }
}
