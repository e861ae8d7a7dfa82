package io.flowmaster.prompts;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.TextDigest;
import java.time.Instant;

/**
 * A prompt has a new version.
 *
 * @param prompt its id
 * @param version the new one
 * @param template which text it is
 */
public record PromptVersionAdded(
    TenantId tenant, String prompt, int version, TextDigest template, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "prompt/" + prompt;
  }
}
