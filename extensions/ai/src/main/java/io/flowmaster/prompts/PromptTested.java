package io.flowmaster.prompts;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/**
 * A test set was run on a version of a prompt.
 *
 * @param prompt its id
 * @param testSet its id
 * @param version on which version
 * @param score from 0 to 1
 * @param passed whether that is enough
 */
public record PromptTested(
    TenantId tenant,
    String prompt,
    String testSet,
    int version,
    double score,
    boolean passed,
    Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "prompt/" + prompt;
  }
}
