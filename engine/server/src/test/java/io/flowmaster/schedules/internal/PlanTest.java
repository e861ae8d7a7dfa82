package io.flowmaster.schedules.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmaster.calendars.BusinessTime;
import io.flowmaster.calendars.Holiday;
import io.flowmaster.calendars.WorkingHours;
import io.flowmaster.platform.Problem;
import io.flowmaster.schedules.MisfirePolicy;
import io.flowmaster.schedules.OutsideHours;
import io.flowmaster.schedules.PlannedRun;
import io.flowmaster.schedules.RunNote;
import io.flowmaster.schedules.RunNote.Code;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final LocalDateTime NOW = LocalDateTime.parse("2026-01-01T00:00:00");

  @Test
  void aTimeThatTheClockIsPutOverRunsLaterOnThatDay() {
    Plan plan = cron("30 2 * * *");
    assertThat(locals(plan, "2026-03-28T00:00:00Z", 3))
        .containsExactly(
            "2026-03-28T02:30:00+01:00", "2026-03-29T03:30:00+02:00", "2026-03-30T02:30:00+02:00");
    assertThat(codes(plan, "2026-03-28T00:00:00Z", 3)).containsExactly(Code.DST_SHIFTED);
  }

  @Test
  void aTimeThatComesTwiceRunsTheFirstTime() {
    Plan plan = cron("30 2 * * *");
    assertThat(locals(plan, "2026-10-24T12:00:00Z", 2))
        .containsExactly("2026-10-25T02:30:00+02:00", "2026-10-26T02:30:00+01:00");
    assertThat(codes(plan, "2026-10-24T12:00:00Z", 2)).containsExactly(Code.DST_ONCE);
  }

  @Test
  void timesThatAreMovedTogetherRunOnceAndInTheirOrder() {
    assertThat(locals(cron("0,30 2,3 * * *"), "2026-03-29T00:00:00Z", 4))
        .containsExactly(
            "2026-03-29T03:00:00+02:00",
            "2026-03-29T03:30:00+02:00",
            "2026-03-30T02:00:00+02:00",
            "2026-03-30T02:30:00+02:00");
  }

  @Test
  void whatRunsEveryHourFollowsTheHoursThatPass() {
    Plan plan = cron("*/30 * * * *");
    assertThat(locals(plan, "2026-03-29T00:29:00Z", 3))
        .containsExactly(
            "2026-03-29T01:30:00+01:00", "2026-03-29T03:00:00+02:00", "2026-03-29T03:30:00+02:00");
    assertThat(codes(plan, "2026-03-29T00:29:00Z", 3)).containsExactly(Code.DST_SKIPPED);
    assertThat(locals(plan, "2026-10-25T00:29:00Z", 4))
        .containsExactly(
            "2026-10-25T02:30:00+02:00",
            "2026-10-25T02:00:00+01:00",
            "2026-10-25T02:30:00+01:00",
            "2026-10-25T03:00:00+01:00");
    assertThat(codes(plan, "2026-10-25T00:29:00Z", 4))
        .containsExactly(Code.DST_REPEATED, Code.DST_REPEATED);
  }

  @Test
  void anIntervalIsTimeThatPasses() {
    Instant anchor = Instant.parse("2026-03-28T01:30:00Z");
    Plan plan =
        new Plan(
            new IntervalRecurrence(anchor, Duration.ofDays(1)), BERLIN, null, OutsideHours.SKIP);
    assertThat(locals(plan, "2026-03-28T01:30:00Z", 2))
        .containsExactly("2026-03-29T03:30:00+02:00", "2026-03-30T03:30:00+02:00");
  }

  @Test
  void aTimeOutsideOfWorkingTimeIsLeftOutOrMovedToItsBeginning() {
    assertThat(locals(working("0 7,9 * * *", OutsideHours.SKIP), "2026-12-24T12:00:00Z", 2))
        .containsExactly("2026-12-28T09:00:00+01:00", "2026-12-29T09:00:00+01:00");
    Plan shifted = working("0 3 * * *", OutsideHours.SHIFT);
    assertThat(locals(shifted, "2026-12-24T12:00:00Z", 2))
        .as("Christmas, Saturday, Sunday and Monday are one run")
        .containsExactly("2026-12-28T08:00:00+01:00", "2026-12-29T08:00:00+01:00");
    assertThat(codes(shifted, "2026-12-24T12:00:00Z", 1))
        .containsExactly(Code.OUTSIDE_HOURS_SHIFTED);
    assertThat(working("0 3 * * *", OutsideHours.SKIP).next(Instant.parse("2026-12-24T12:00:00Z")))
        .isNull();
  }

  @Test
  void aPlannedRunYieldsToACalendarThatWasChanged() {
    Instant saturday = Instant.parse("2026-12-26T09:00:00Z");
    assertThat(working("0 10 * * *", OutsideHours.SKIP).confirmed(saturday))
        .isEqualTo("2026-12-28T09:00:00Z");
    assertThat(working("0 10 * * *", OutsideHours.SHIFT).confirmed(saturday))
        .isEqualTo("2026-12-28T07:00:00Z");
  }

  @Test
  void whatWasMissedIsCountedAndThePolicyDecides() {
    Plan plan = cron("0 * * * *");
    Instant first = Instant.parse("2026-01-01T01:00:00Z");
    Instant now = Instant.parse("2026-01-01T05:30:00Z");
    Misfires once = missed(plan, first, now, MisfirePolicy.FIRE_ONCE);
    assertThat(once.missed()).isEqualTo(5);
    assertThat(once.firstAt()).isEqualTo(first);
    assertThat(once.lastAt()).isEqualTo("2026-01-01T05:00:00Z");
    assertThat(once.caughtUp()).containsExactly(Instant.parse("2026-01-01T05:00:00Z"));
    assertThat(once.next())
        .extracting(PlannedRun::at)
        .isEqualTo(Instant.parse("2026-01-01T06:00:00Z"));
    assertThat(missed(plan, first, now, MisfirePolicy.SKIP).caughtUp()).isEmpty();
    assertThat(missed(plan, first, now, MisfirePolicy.FIRE_ALL).caughtUp())
        .as("the last three, as many as are allowed")
        .containsExactly(
            Instant.parse("2026-01-01T03:00:00Z"),
            Instant.parse("2026-01-01T04:00:00Z"),
            Instant.parse("2026-01-01T05:00:00Z"));
    Misfires inTime = missed(plan, first, first.plusSeconds(30), MisfirePolicy.SKIP);
    assertThat(inTime.missed()).isZero();
    assertThat(inTime.onTime()).containsExactly(first);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 0 30 2 *",
        "* * * * * *",
        "0,1 0 0 * * *",
        "61 * * * *",
        "* * * *",
        "0 0 * * * * 2027",
        "@never",
        "",
        "0 0 1 1 * -1",
        "*/0 * * * *",
        "0 0 L-99 * *",
        "99999999999999999999 * * * *"
      })
  void whatNeverRunsOrTooOftenOrIsNoCronIsRefused(String text) {
    assertThatThrownBy(() -> Cron.parse(text, MINUTE, NOW))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.errors().get(0).pointer()).isEqualTo("/cron"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 0 29 2 *",
        "0 0 12 L * ?",
        "0 9 ? * MON#1",
        "0 0 8 15W * *",
        "@daily",
        "0-5 * * * *"
      })
  void whatRunsSeldomOrAsQuartzWritesItIsTaken(String text) {
    assertThat(Cron.parse(text, MINUTE, NOW).expression().next(NOW)).isNotNull();
  }

  private static Misfires missed(Plan plan, Instant first, Instant now, MisfirePolicy policy) {
    return Misfires.of(plan, first, now, now.minusSeconds(60), policy, 3);
  }

  private static Plan cron(String text) {
    return new Plan(
        new CronRecurrence(Cron.parse(text, MINUTE, NOW), BERLIN), BERLIN, null, OutsideHours.SKIP);
  }

  /** Monday to Friday from eight to sixteen o'clock, but not at Christmas. */
  private static Plan working(String text, OutsideHours outside) {
    BusinessTime hours =
        new BusinessTime(
            BERLIN,
            List.of(
                new WorkingHours(
                    List.of(
                        DayOfWeek.MONDAY,
                        DayOfWeek.TUESDAY,
                        DayOfWeek.WEDNESDAY,
                        DayOfWeek.THURSDAY,
                        DayOfWeek.FRIDAY),
                    "08:00",
                    "16:00")),
            List.of(new Holiday(LocalDate.parse("2026-12-25"), "Christmas Day", false)));
    return new Plan(
        new CronRecurrence(Cron.parse(text, MINUTE, NOW), BERLIN), BERLIN, hours, outside);
  }

  private static List<String> locals(Plan plan, String after, int count) {
    return plan.next(Instant.parse(after), count).stream().map(PlannedRun::local).toList();
  }

  private static List<Code> codes(Plan plan, String after, int count) {
    return plan.next(Instant.parse(after), count).stream()
        .flatMap(run -> run.notes().stream())
        .map(RunNote::code)
        .toList();
  }
}
