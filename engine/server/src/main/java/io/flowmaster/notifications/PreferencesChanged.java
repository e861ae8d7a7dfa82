package io.flowmaster.notifications;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import java.time.Instant;

/** A person wants other notifications. */
public record PreferencesChanged(TenantId tenant, UserId person, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "user/" + person;
  }
}
