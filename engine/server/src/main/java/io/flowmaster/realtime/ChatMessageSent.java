package io.flowmaster.realtime;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import java.time.Instant;

/** Somebody said something in a room; everybody of the tenant may hear it. */
public record ChatMessageSent(
    TenantId tenant, String room, UserId author, String authorName, String text, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "chat/" + room;
  }
}
