package io.flowmaster.schedules.internal;

import io.flowmaster.calendars.BusinessTime;
import io.flowmaster.schedules.OutsideHours;
import io.flowmaster.schedules.PlannedRun;
import io.flowmaster.schedules.RunNote;
import io.flowmaster.schedules.RunNote.Code;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a schedule runs: its times, and the working time that it keeps to.
 *
 * @param hours null when it runs at any time
 */
record Plan(
    Recurrence recurrence, ZoneId zone, @Nullable BusinessTime hours, OutsideHours outside) {
  /** So many stretches without work are looked past; then it never runs. */
  private static final int MOST_STEPS = 4_000;

  /** No database and no reader has use for more. */
  private static final Instant LAST = Instant.parse("9000-01-01T00:00:00Z");

  /** The first run after; null when there is none. */
  @Nullable PlannedRun next(Instant after) {
    Instant from = after;
    List<RunNote> skipped = List.of();
    for (int i = 0; i < MOST_STEPS; i++) {
      Recurrence.Due due = recurrence.next(from);
      if (due == null || due.at().isAfter(LAST)) {
        return null;
      }
      Instant open = hours == null ? due.at() : hours.nextOpen(due.at());
      if (open.equals(due.at())) {
        return planned(open, due.notes(), skipped);
      }
      if (outside == OutsideHours.SHIFT) {
        return planned(open, due.notes(), shifted(due.at()));
      }
      skipped = skipped.isEmpty() ? skipped(due.at()) : skipped;
      from = open.minusNanos(1);
    }
    return null;
  }

  /** Up to so many runs after. */
  List<PlannedRun> next(Instant after, int count) {
    List<PlannedRun> runs = new ArrayList<>();
    PlannedRun run = next(after);
    while (run != null && runs.size() < count) {
      runs.add(run);
      run = next(run.at());
    }
    return runs;
  }

  /**
   * When a run that was planned is, by the calendar of now; null when it is left out and no other
   * follows.
   */
  @Nullable Instant confirmed(Instant planned) {
    Instant open = hours == null ? planned : hours.nextOpen(planned);
    if (open.equals(planned) || outside == OutsideHours.SHIFT) {
      return open;
    }
    PlannedRun next = next(planned);
    return next == null ? null : next.at();
  }

  private PlannedRun planned(Instant at, List<RunNote> notes, List<RunNote> more) {
    List<RunNote> all = new ArrayList<>(notes);
    all.addAll(more);
    return new PlannedRun(at, local(at), all);
  }

  private String local(Instant at) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        ZonedDateTime.ofInstant(at, zone).truncatedTo(ChronoUnit.SECONDS));
  }

  private List<RunNote> shifted(Instant due) {
    return CronRecurrence.note(
        Code.OUTSIDE_HOURS_SHIFTED,
        local(due) + " is outside of working time: it runs when work begins.");
  }

  private List<RunNote> skipped(Instant due) {
    return CronRecurrence.note(
        Code.OUTSIDE_HOURS_SKIPPED,
        "Times before it, from " + local(due) + " on, are outside of working time and left out.");
  }
}
