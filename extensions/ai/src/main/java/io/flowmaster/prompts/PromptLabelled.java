package io.flowmaster.prompts;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A label went to another version of a prompt.
 *
 * @param prompt its id
 * @param label which label
 * @param version that has it now
 * @param previous that had it; null when none had
 */
public record PromptLabelled(
    TenantId tenant,
    String prompt,
    String label,
    int version,
    @Nullable Integer previous,
    Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "prompt/" + prompt;
  }
}
