package io.flowmaster.calendars;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** A calendar was changed; what was computed with it before stays. */
public record CalendarChanged(
    TenantId tenant, String calendar, BusinessCalendar before, BusinessCalendar after, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "calendar/" + calendar;
  }
}
