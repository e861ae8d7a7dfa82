package io.flowmaster.calendars;

import java.util.List;

/**
 * What an administrator says of a calendar.
 *
 * @param timeZone a name of the IANA time zone database
 * @param isDefault whether it is to count where no calendar is named; takes that from another one
 */
public record CalendarDraft(
    String name,
    String timeZone,
    boolean isDefault,
    List<WorkingHours> hours,
    List<Holiday> holidays) {
  public CalendarDraft {
    hours = List.copyOf(hours);
    holidays = List.copyOf(holidays);
  }
}
