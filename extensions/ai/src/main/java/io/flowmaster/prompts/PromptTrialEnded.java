package io.flowmaster.prompts;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/**
 * Two versions of a prompt are no longer compared.
 *
 * @param prompt its id
 * @param trial its id
 * @param adopted whether the challenger got the label
 */
public record PromptTrialEnded(
    TenantId tenant, String prompt, String trial, boolean adopted, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "prompt/" + prompt;
  }
}
