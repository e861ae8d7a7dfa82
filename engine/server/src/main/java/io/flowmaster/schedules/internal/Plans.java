package io.flowmaster.schedules.internal;

import io.flowmaster.calendars.BusinessTime;
import io.flowmaster.calendars.BusinessTimes;
import io.flowmaster.platform.TenantId;
import io.flowmaster.schedules.InvalidSchedule;
import io.flowmaster.schedules.RunNote;
import io.flowmaster.schedules.RunNote.Code;
import io.flowmaster.schedules.ScheduleDraft;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes plans from what people say and from what is stored. */
@Component
class Plans {
  private static final Duration LONGEST = Duration.ofDays(366);
  private static final int FARTHEST_YEARS = 100;
  private final BusinessTimes times;
  private final SchedulesProperties properties;
  private final Clock clock;

  Plans(BusinessTimes times, SchedulesProperties properties, Clock clock) {
    this.times = times;
    this.properties = properties;
    this.clock = clock;
  }

  /** Of a schedule that was judged before. */
  Plan of(ScheduleRow row) {
    ZoneId zone = ZoneId.of(row.timezone());
    return new Plan(
        recurrence(row, zone),
        zone,
        hours(row.owner().actor().tenant(), row.calendar()),
        row.outsideHours());
  }

  private static Recurrence recurrence(ScheduleRow row, ZoneId zone) {
    if (row.cron() != null) {
      return new CronRecurrence(Cron.of(row.cron()), zone);
    }
    return row.every() != null
        ? new IntervalRecurrence(row.anchor(), Duration.parse(row.every()))
        : new OnceRecurrence(row.anchor(), List.of());
  }

  /**
   * Of a schedule to be.
   *
   * @throws InvalidSchedule when nothing can be planned with it
   */
  Plan of(TenantId tenant, ScheduleDraft draft) {
    long ways =
        Stream.of(draft.cron(), draft.every(), draft.at()).filter(way -> way != null).count();
    if (ways != 1) {
      throw new InvalidSchedule("", "Say when it runs by one of cron, every and at.");
    }
    ZoneId zone = zone(draft.timezone());
    if (draft.calendar() != null && !times.exists(tenant, draft.calendar())) {
      throw new InvalidSchedule("/calendar", "There is no calendar of that id.");
    }
    Plan plan =
        new Plan(
            recurrence(draft, zone), zone, hours(tenant, draft.calendar()), draft.outsideHours());
    if (plan.next(clock.instant()) == null) {
      throw new InvalidSchedule("/calendar", "It never runs: none of its times is working time.");
    }
    return plan;
  }

  private Recurrence recurrence(ScheduleDraft draft, ZoneId zone) {
    Instant now = clock.instant();
    if (draft.cron() != null) {
      LocalDateTime local = LocalDateTime.ofInstant(now, zone);
      return new CronRecurrence(
          Cron.parse(draft.cron(), properties.shortestInterval(), local), zone);
    }
    return draft.every() != null
        ? new IntervalRecurrence(now.truncatedTo(ChronoUnit.SECONDS), every(draft.every()))
        : once(String.valueOf(draft.at()), zone, now);
  }

  private @Nullable BusinessTime hours(TenantId tenant, @Nullable String calendar) {
    return calendar == null ? null : times.of(tenant, calendar);
  }

  private static ZoneId zone(String name) {
    if (!ZoneId.getAvailableZoneIds().contains(name)) {
      throw new InvalidSchedule(
          "/timezone", "Name a time zone of the IANA database, for example Europe/Berlin.");
    }
    return ZoneId.of(name);
  }

  private Duration every(String text) {
    Duration every;
    try {
      every = Duration.parse(text);
    } catch (DateTimeParseException | ArithmeticException e) {
      throw new InvalidSchedule(
          "/every", "Write a duration as in ISO 8601, for example PT15M or P1D.");
    }
    if (every.compareTo(properties.shortestInterval()) < 0 || every.compareTo(LONGEST) > 0) {
      throw new InvalidSchedule(
          "/every", "Take %s to %s.".formatted(properties.shortestInterval(), LONGEST));
    }
    return every;
  }

  private static OnceRecurrence once(String text, ZoneId zone, Instant now) {
    OnceRecurrence once = once(text, zone);
    Instant farthest = now.plus(FARTHEST_YEARS * 365L, ChronoUnit.DAYS);
    if (!once.at().isAfter(now) || once.at().isAfter(farthest)) {
      throw new InvalidSchedule(
          "/at", "Take a time after now, and within " + FARTHEST_YEARS + " years.");
    }
    return once;
  }

  private static OnceRecurrence once(String text, ZoneId zone) {
    try {
      return new OnceRecurrence(millis(OffsetDateTime.parse(text).toInstant()), List.of());
    } catch (DateTimeParseException local) {
      return onceLocal(text, zone);
    }
  }

  private static OnceRecurrence onceLocal(String text, ZoneId zone) {
    try {
      LocalDateTime meant = LocalDateTime.parse(text);
      ZonedDateTime at = meant.atZone(zone);
      List<RunNote> notes =
          at.toLocalDateTime().equals(meant)
              ? List.of()
              : CronRecurrence.note(
                  Code.DST_SHIFTED,
                  "%s does not exist in %s: it runs at %s."
                      .formatted(meant, zone, at.toLocalTime()));
      return new OnceRecurrence(millis(at.toInstant()), notes);
    } catch (DateTimeParseException e) {
      throw new InvalidSchedule(
          "/at", "Write a time as 2027-01-31T08:00:00Z, or as 2027-01-31T08:00 in the time zone.");
    }
  }

  private static Instant millis(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS);
  }
}
