package io.flowmaster.notifications;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** A template has another version. */
public record TemplateSaved(TenantId tenant, String template, int version, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "notification-template/" + template;
  }
}
