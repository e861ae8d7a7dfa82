package io.flowmaster.prompts;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/**
 * No version of a prompt has a label any more.
 *
 * @param prompt its id
 * @param label which label
 * @param version that had it
 */
public record PromptUnlabelled(
    TenantId tenant, String prompt, String label, int version, Instant at) implements DomainEvent {
  @Override
  public String subject() {
    return "prompt/" + prompt;
  }
}
