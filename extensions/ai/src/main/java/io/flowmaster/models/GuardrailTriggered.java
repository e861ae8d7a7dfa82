package io.flowmaster.models;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import java.util.List;

/**
 * Guardrails changed or blocked what was to be said to a model or by it, other than by redaction.
 *
 * @param call the id of the call
 * @param purpose the area that asked
 * @param agent the agent's id; empty for none
 * @param rules which ones
 */
public record GuardrailTriggered(
    TenantId tenant, String call, String purpose, String agent, List<String> rules, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "model-call/" + call;
  }
}
