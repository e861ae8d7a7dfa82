package io.flowmaster.prompts;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/**
 * A prompt is no more.
 *
 * @param prompt its id
 * @param name what it was called
 */
public record PromptDeleted(TenantId tenant, String prompt, String name, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "prompt/" + prompt;
  }
}
