package io.flowmaster.prompts;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/**
 * A prompt was made, with its first version.
 *
 * @param prompt its id
 * @param name one in the tenant
 */
public record PromptCreated(TenantId tenant, String prompt, String name, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "prompt/" + prompt;
  }
}
