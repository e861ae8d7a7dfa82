package io.flowmaster.agents.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.agents.EscalationReason;
import org.jspecify.annotations.Nullable;

/**
 * Work that goes no further without a person.
 *
 * @param detail the reason in a sentence for the agent's manager
 * @param proposal what the agent would answer; null when it has none
 */
record Parked(
    EscalationReason reason,
    String detail,
    @Nullable JsonNode proposal,
    @Nullable Double confidence) {

  static Parked without(EscalationReason reason, String detail) {
    return new Parked(reason, detail, null, null);
  }
}
