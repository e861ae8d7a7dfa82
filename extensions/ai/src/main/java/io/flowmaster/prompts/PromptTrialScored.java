package io.flowmaster.prompts;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/**
 * It was said how well a version did in a trial.
 *
 * @param prompt its id
 * @param trial its id
 * @param version which of the two
 * @param score from 0 to 1
 */
public record PromptTrialScored(
    TenantId tenant, String prompt, String trial, int version, double score, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "prompt/" + prompt;
  }
}
