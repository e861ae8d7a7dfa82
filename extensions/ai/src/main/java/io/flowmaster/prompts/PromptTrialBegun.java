package io.flowmaster.prompts;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/**
 * Two versions of a prompt are compared under a label.
 *
 * @param prompt its id
 * @param trial its id
 * @param label under which label
 * @param present the version that has the label
 * @param challenger the other
 * @param share of the challenger, in percent
 */
public record PromptTrialBegun(
    TenantId tenant,
    String prompt,
    String trial,
    String label,
    int present,
    int challenger,
    int share,
    Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "prompt/" + prompt;
  }
}
