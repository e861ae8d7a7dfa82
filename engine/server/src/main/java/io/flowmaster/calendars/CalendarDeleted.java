package io.flowmaster.calendars;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.time.Instant;

/** A calendar was deleted; models that name it use the default from now on. */
public record CalendarDeleted(TenantId tenant, String calendar, BusinessCalendar before, Instant at)
    implements DomainEvent {
  @Override
  public String subject() {
    return "calendar/" + calendar;
  }
}
