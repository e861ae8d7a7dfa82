package io.flowmaster.calendars.internal;

import io.flowmaster.calendars.BusinessCalendar;
import io.flowmaster.calendars.BusinessTime;
import io.flowmaster.calendars.CalendarDraft;
import io.flowmaster.calendars.InvalidCalendar;
import io.flowmaster.calendars.WorkingHours;
import io.flowmaster.platform.InvalidValue;
import io.flowmaster.platform.Problem.FieldError;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a calendar must be, so that every computation with it ends. */
final class CalendarRules {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

  private CalendarRules() {}

  static void requireId(String id) {
    if (!ID.matcher(id).matches() || id.equals(BusinessCalendar.ALWAYS)) {
      throw new InvalidValue(
          "calendar-id",
          "A calendar's id has 1 to 64 lower-case letters, digits and hyphens, and is not always.");
    }
  }

  static void require(CalendarDraft draft) {
    List<FieldError> errors = new ArrayList<>();
    if (!ZoneId.getAvailableZoneIds().contains(draft.timeZone())) {
      errors.add(
          new FieldError(
              "/timeZone", "Name a time zone of the IANA database, for example Europe/Berlin."));
    }
    for (int i = 0; i < draft.hours().size(); i++) {
      WorkingHours hours = draft.hours().get(i);
      if (hours.from().compareTo(hours.to()) >= 0) {
        errors.add(
            new FieldError(
                "/hours/" + i + "/to",
                "Work ends after it begins. Split a shift over midnight into two."));
      }
    }
    if (!new BusinessTime(ZoneOffset.UTC, draft.hours(), List.of()).isEverOpen()) {
      errors.add(new FieldError("/hours", "Somebody must work at some time of the week."));
    }
    if (!errors.isEmpty()) {
      throw new InvalidCalendar(errors);
    }
  }
}
