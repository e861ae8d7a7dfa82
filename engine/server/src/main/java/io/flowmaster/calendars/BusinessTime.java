package io.flowmaster.calendars;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Arithmetic in working time. Hours that a change to or from daylight saving time takes or gives
 * are taken or given here too: what counts is time that passes while somebody works.
 */
public final class BusinessTime {
  /** Nothing is searched longer; after it the answer is the end of the search. */
  private static final int MOST_DAYS = 36_600;

  private static final int MINUTES_OF_DAY = 24 * 60;
  private static final MonthDay LEAP_DAY = MonthDay.of(2, 29);
  private final ZoneId zone;
  private final Map<DayOfWeek, List<Span>> week;
  private final Set<LocalDate> holidays = new HashSet<>();
  private final Set<MonthDay> yearly = new HashSet<>();

  /** Local working hours as minutes of the day, the end exclusive. */
  private record Span(int from, int to) {}

  /** Working hours of one day. */
  private record Shift(Instant from, Instant to) {}

  public BusinessTime(ZoneId zone, Collection<WorkingHours> hours, Collection<Holiday> holidays) {
    this.zone = zone;
    this.week = week(hours);
    for (Holiday holiday : holidays) {
      if (holiday.yearly()) {
        yearly.add(MonthDay.from(holiday.date()));
      } else {
        this.holidays.add(holiday.date());
      }
    }
  }

  /** Round the clock, every day. */
  public static BusinessTime always() {
    return new BusinessTime(
        ZoneOffset.UTC,
        List.of(new WorkingHours(List.of(DayOfWeek.values()), "00:00", "24:00")),
        List.of());
  }

  /** False when nobody works on any day of the week. */
  public boolean isEverOpen() {
    return !week.isEmpty();
  }

  /**
   * The instant at which so much working time has passed. Days are counted first: the same time of
   * day on the working day that is so many later (or the end of that day's work, when that is
   * earlier), from the next moment at which somebody works; then the hours. No duration at all is
   * the start itself.
   */
  public Instant after(Instant start, BusinessDuration duration) {
    Instant at = duration.days() == 0 ? start : afterDays(start, duration.days());
    return after(at, duration.time());
  }

  /**
   * @param time not negative
   */
  public Instant after(Instant start, Duration time) {
    if (time.isZero()) {
      return start;
    }
    Duration left = time;
    LocalDate day = start.atZone(zone).toLocalDate();
    for (int i = 0; i < MOST_DAYS; i++, day = day.plusDays(1)) {
      for (Shift shift : shifts(day)) {
        Instant from = shift.from().isAfter(start) ? shift.from() : start;
        if (!from.isBefore(shift.to())) {
          continue;
        }
        Duration here = Duration.between(from, shift.to());
        if (left.compareTo(here) <= 0) {
          return from.plus(left);
        }
        left = left.minus(here);
      }
    }
    return day.atStartOfDay(zone).toInstant();
  }

  private Instant afterDays(Instant start, int days) {
    Instant open = nextOpen(start);
    LocalDate day = open.atZone(zone).toLocalDate();
    int left = days;
    for (int i = 0; i < MOST_DAYS && left > 0; i++) {
      day = day.plusDays(1);
      if (!shifts(day).isEmpty()) {
        left--;
      }
    }
    LocalTime time = open.atZone(zone).toLocalTime();
    return within(day, day.atTime(time).atZone(zone).toInstant());
  }

  /** The first moment of work on that day that is not before, else the end of its work. */
  private Instant within(LocalDate day, Instant at) {
    Instant last = at;
    for (Shift shift : shifts(day)) {
      if (at.isBefore(shift.to())) {
        return at.isBefore(shift.from()) ? shift.from() : at;
      }
      last = shift.to();
    }
    return last;
  }

  /**
   * The moment itself when somebody works, else the next one at which somebody does; the moment
   * itself, too, when nobody ever will.
   */
  public Instant nextOpen(Instant at) {
    LocalDate day = at.atZone(zone).toLocalDate();
    for (int i = 0; i < MOST_DAYS; i++, day = day.plusDays(1)) {
      for (Shift shift : shifts(day)) {
        if (at.isBefore(shift.to())) {
          return at.isBefore(shift.from()) ? shift.from() : at;
        }
      }
    }
    return at;
  }

  /** How much working time lies between; zero when the end is not after the start. */
  public Duration between(Instant start, Instant end) {
    Duration sum = Duration.ZERO;
    LocalDate day = start.atZone(zone).toLocalDate();
    LocalDate last = end.atZone(zone).toLocalDate();
    for (int i = 0; i < MOST_DAYS && !day.isAfter(last); i++, day = day.plusDays(1)) {
      for (Shift shift : shifts(day)) {
        Instant from = shift.from().isAfter(start) ? shift.from() : start;
        Instant to = shift.to().isBefore(end) ? shift.to() : end;
        if (from.isBefore(to)) {
          sum = sum.plus(Duration.between(from, to));
        }
      }
    }
    return sum;
  }

  private List<Shift> shifts(LocalDate day) {
    if (isHoliday(day)) {
      return List.of();
    }
    List<Shift> shifts = new ArrayList<>();
    for (Span span : week.getOrDefault(day.getDayOfWeek(), List.of())) {
      Shift shift = new Shift(instant(day, span.from()), instant(day, span.to()));
      if (shift.from().isBefore(shift.to())) {
        shifts.add(shift);
      }
    }
    return shifts;
  }

  /** In a year without it, 29 February is the 28th. */
  private boolean isHoliday(LocalDate day) {
    MonthDay date = MonthDay.from(day);
    return holidays.contains(day)
        || yearly.contains(date)
        || !day.isLeapYear() && date.equals(MonthDay.of(2, 28)) && yearly.contains(LEAP_DAY);
  }

  private Instant instant(LocalDate day, int minute) {
    return minute == MINUTES_OF_DAY
        ? day.plusDays(1).atStartOfDay(zone).toInstant()
        : day.atTime(minute / 60, minute % 60).atZone(zone).toInstant();
  }

  /** Sorted, without overlaps; days without work are left out. */
  private static Map<DayOfWeek, List<Span>> week(Collection<WorkingHours> hours) {
    Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
    for (WorkingHours each : hours) {
      Span span = new Span(minutes(each.from()), minutes(each.to()));
      if (span.from() < span.to()) {
        each.days().forEach(day -> week.computeIfAbsent(day, any -> new ArrayList<>()).add(span));
      }
    }
    week.replaceAll((day, spans) -> merged(spans));
    return week;
  }

  private static List<Span> merged(List<Span> spans) {
    List<Span> sorted = spans.stream().sorted(Comparator.comparingInt(Span::from)).toList();
    List<Span> merged = new ArrayList<>();
    for (Span span : sorted) {
      Span last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last == null || span.from() > last.to()) {
        merged.add(span);
      } else {
        merged.set(merged.size() - 1, new Span(last.from(), Math.max(last.to(), span.to())));
      }
    }
    return merged;
  }

  private static int minutes(String time) {
    return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
  }
}
