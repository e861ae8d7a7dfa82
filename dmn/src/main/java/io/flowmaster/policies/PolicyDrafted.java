package io.flowmaster.policies;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.TextDigest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The access policy got a new draft.
 *
 * @param before the draft that it takes the place of; null when there was none
 */
public record PolicyDrafted(
    TenantId tenant, @Nullable TextDigest before, TextDigest after, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "policy/access";
  }
}
