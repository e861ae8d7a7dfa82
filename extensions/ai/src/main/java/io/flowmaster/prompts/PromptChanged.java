package io.flowmaster.prompts;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/**
 * A prompt got another name or description.
 *
 * @param prompt its id
 * @param name as it is now
 * @param description as it is now
 */
public record PromptChanged(
    TenantId tenant, String prompt, String name, String description, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "prompt/" + prompt;
  }
}
