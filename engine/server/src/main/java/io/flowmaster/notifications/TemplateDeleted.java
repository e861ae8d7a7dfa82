package io.flowmaster.notifications;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** A template was removed with its versions. */
public record TemplateDeleted(TenantId tenant, String template, Instant at) implements DomainEvent {
  @Override
  public String subject() {
    return "notification-template/" + template;
  }
}
