package io.flowmaster.calendars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmaster.platform.InvalidValue;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessTimeTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** Monday to Thursday 9-12 and 13-17, Friday 9-14; closed at Christmas and on 2 April 2027. */
  private final BusinessTime office =
      new BusinessTime(
          BERLIN,
          List.of(
              new WorkingHours(
                  List.of(
                      DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY),
                  "13:00",
                  "17:00"),
              new WorkingHours(
                  List.of(
                      DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY),
                  "09:00",
                  "12:00"),
              new WorkingHours(List.of(DayOfWeek.FRIDAY), "09:00", "14:00")),
          List.of(
              new Holiday(LocalDate.of(2020, 12, 25), "Christmas Day", true),
              new Holiday(LocalDate.of(2027, 4, 2), "Bridge day", false)));

  private final BusinessTime roundTheClock =
      new BusinessTime(
          BERLIN,
          List.of(new WorkingHours(List.of(DayOfWeek.values()), "00:00", "24:00")),
          List.of());

  @ParameterizedTest
  @CsvSource({
    // hours pass over the lunch break, the night and the weekend
    "2026-11-23T10:00, PT1H, 2026-11-23T11:00",
    "2026-11-23T11:30, PT1H, 2026-11-23T13:30",
    "2026-11-23T16:30, PT1H, 2026-11-24T09:30",
    "2026-11-27T13:30, PT1H, 2026-11-30T09:30",
    "2026-11-21T03:00, PT2H, 2026-11-23T11:00",
    "2026-11-23T10:00, PT7H, 2026-11-24T10:00",
    // exactly the rest of the day ends with the day
    "2026-11-23T16:00, PT1H, 2026-11-23T17:00",
    // days keep the time of day, and end with that day's work
    "2026-11-23T10:00, P2D, 2026-11-25T10:00",
    "2026-11-26T16:00, P1D, 2026-11-27T14:00",
    "2026-11-27T12:30, P1D, 2026-11-30T13:00",
    "2026-11-21T03:00, P1D, 2026-11-24T09:00",
    "2026-11-23T10:00, P1DT4H, 2026-11-24T15:00",
    // nothing happens at once, even when nobody works
    "2026-11-21T03:00, PT0S, 2026-11-21T03:00",
    // holidays, yearly and once
    "2026-12-24T10:00, P1D, 2026-12-28T10:00",
    "2027-04-01T16:30, PT1H, 2027-04-05T09:30",
    "2026-04-02T16:30, PT1H, 2026-04-03T09:30"
  })
  void workingTimePassesOnlyWhileSomebodyWorks(String from, String duration, String until) {
    assertThat(office.after(berlin(from), BusinessDuration.parse(duration)))
        .isEqualTo(berlin(until));
  }

  @Test
  void daylightSavingTimeTakesAndGivesAnHour() {
    assertThat(roundTheClock.after(berlin("2027-03-28T01:00"), Duration.ofHours(2)))
        .isEqualTo(berlin("2027-03-28T04:00"));
    assertThat(roundTheClock.after(berlin("2026-10-25T01:00"), Duration.ofHours(3)))
        .isEqualTo(berlin("2026-10-25T03:00"));
    assertThat(roundTheClock.between(berlin("2027-03-28T00:00"), berlin("2027-03-29T00:00")))
        .isEqualTo(Duration.ofHours(23));
    assertThat(roundTheClock.after(berlin("2026-10-24T12:00"), BusinessDuration.parse("P1D")))
        .isEqualTo(berlin("2026-10-25T12:00"));
    BusinessTime night =
        new BusinessTime(
            BERLIN,
            List.of(new WorkingHours(List.of(DayOfWeek.SUNDAY), "02:00", "03:00")),
            List.of());
    assertThat(night.between(berlin("2027-03-28T00:00"), berlin("2027-03-29T00:00")))
        .as("the hour that does not exist")
        .isZero();
  }

  /** Two years of instants around six changes of the clock, with a fixed seed. */
  @Test
  void whatPassedIsWhatWasAskedForWhereverItBegins() {
    Random random = new Random(7);
    for (BusinessTime time : List.of(office, roundTheClock)) {
      for (int i = 0; i < 3_000; i++) {
        Instant start = berlin("2026-01-01T00:00").plusSeconds(random.nextInt(63_000_000));
        Duration first = Duration.ofSeconds(random.nextInt(400_000));
        Duration second = Duration.ofSeconds(random.nextInt(400_000));
        Instant end = time.after(start, first);
        assertThat(time.between(start, end)).isEqualTo(first);
        assertThat(time.after(end, second)).isEqualTo(time.after(start, first.plus(second)));
        assertThat(time.after(start.plusSeconds(random.nextInt(100_000)), first))
            .isAfterOrEqualTo(end);
        assertThat(time.between(start, end).plus(time.between(end, end.plusSeconds(100_000))))
            .isEqualTo(time.between(start, end.plusSeconds(100_000)));
      }
    }
  }

  @Test
  void laterStartsNeverEndEarlier() {
    Random random = new Random(11);
    for (int i = 0; i < 3_000; i++) {
      Instant start = berlin("2026-01-01T00:00").plusSeconds(random.nextInt(63_000_000));
      Instant later = start.plusSeconds(random.nextInt(200_000));
      BusinessDuration duration =
          new BusinessDuration(random.nextInt(12), Duration.ofMinutes(random.nextInt(900)));
      assertThat(office.after(later, duration)).isAfterOrEqualTo(office.after(start, duration));
    }
  }

  @Test
  void everyComputationEnds() {
    BusinessTime aMinute =
        new BusinessTime(
            BERLIN,
            List.of(new WorkingHours(List.of(DayOfWeek.MONDAY), "09:00", "09:01")),
            List.of());
    assertThat(aMinute.after(berlin("2026-11-23T10:00"), BusinessDuration.parse("PT99999H")))
        .isBefore(berlin("2130-01-01T00:00"));
    BusinessTime never = new BusinessTime(BERLIN, List.of(), List.of());
    assertThat(never.isEverOpen()).isFalse();
    assertThat(never.after(berlin("2026-11-23T10:00"), BusinessDuration.parse("P1DT1H")))
        .isAfter(berlin("2100-01-01T00:00"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"P", "PT", "P1W", "P1M", "1D", "PT-1H", "P1.5D", "P9999D", "PT1H30", ""})
  void aDurationHasDaysHoursMinutesAndSecondsOnly(String text) {
    assertThatThrownBy(() -> BusinessDuration.parse(text)).isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"P2D", "PT8H", "P1DT4H30M", "PT0S", "PT90S"})
  void aDurationIsWrittenAsItWasRead(String text) {
    BusinessDuration read = BusinessDuration.parse(text);
    assertThat(BusinessDuration.parse(read.toString())).isEqualTo(read);
  }

  private static Instant berlin(String local) {
    return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
  }
}
