package io.flowmaster.webhooks;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/**
 * A webhook was changed.
 *
 * @param newSecret whether its secret was changed, too
 */
public record WebhookChanged(
    TenantId tenant,
    String webhook,
    @JsonIgnore WebhookView before,
    @JsonIgnore WebhookView after,
    boolean newSecret,
    Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "webhook/" + webhook;
  }
}
