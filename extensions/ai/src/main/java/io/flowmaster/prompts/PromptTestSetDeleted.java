package io.flowmaster.prompts;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/**
 * A test set of a prompt is no more.
 *
 * @param prompt its id
 * @param testSet its id
 * @param name of the set
 */
public record PromptTestSetDeleted(
    TenantId tenant, String prompt, String testSet, String name, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "prompt/" + prompt;
  }
}
