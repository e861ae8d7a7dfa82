package io.flowmaster.calendars;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** A calendar was made. */
public record CalendarCreated(TenantId tenant, String calendar, BusinessCalendar after, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "calendar/" + calendar;
  }
}
