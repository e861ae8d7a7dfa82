package io.flowmaster.schedules.internal;

import io.flowmaster.schedules.RunNote;
import io.flowmaster.schedules.RunNote.Code;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/**
 * Times by a cron expression. Where the clock is put forward or back, it does what cron daemons do:
 * an expression with fixed hours runs once for each of its times, later by as much as the clock was
 * put forward when the time does not exist, and the first time only when it comes twice; one that
 * runs every hour follows the hours that really pass.
 */
final class CronRecurrence implements Recurrence {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private final CronExpression cron;
  private final ZoneId zone;
  private final boolean isEveryHour;

  CronRecurrence(Cron cron, ZoneId zone) {
    this.cron = cron.expression();
    this.isEveryHour = cron.isEveryHour();
    this.zone = zone;
  }

  @Override
  public @Nullable Due next(Instant after) {
    return isEveryHour ? byTheHour(after) : byTheClock(after);
  }

  /** Each stretch of time with the same offset by itself. */
  private @Nullable Due byTheHour(Instant after) {
    ZoneRules rules = zone.getRules();
    ZoneOffset offset = rules.getOffset(after);
    LocalDateTime from = LocalDateTime.ofInstant(after, offset);
    ZoneOffsetTransition change = rules.nextTransition(after);
    List<RunNote> notes = List.of();
    while (true) {
      LocalDateTime local = cron.next(from);
      if (local == null) {
        return null;
      }
      Instant at = local.toInstant(offset);
      if (change == null || at.isBefore(change.getInstant())) {
        return new Due(at, notes.isEmpty() ? repeated(at, local) : notes);
      }
      notes = left(change, local);
      offset = change.getOffsetAfter();
      from = change.getDateTimeAfter().minusNanos(1);
      change = rules.nextTransition(change.getInstant());
    }
  }

  private List<RunNote> left(ZoneOffsetTransition change, LocalDateTime first) {
    if (!change.isGap() || !first.isBefore(change.getDateTimeAfter())) {
      return List.of();
    }
    return note(
        Code.DST_SKIPPED,
        "%s to %s does not exist on %s in %s: what would be due then is left out."
            .formatted(
                TIME.format(change.getDateTimeBefore()),
                TIME.format(change.getDateTimeAfter()),
                change.getDateTimeBefore().toLocalDate(),
                zone));
  }

  private List<RunNote> repeated(Instant at, LocalDateTime local) {
    ZoneOffsetTransition overlap = zone.getRules().getTransition(local);
    if (overlap == null || overlap.isGap() || at.isBefore(overlap.getInstant())) {
      return List.of();
    }
    return note(
        Code.DST_REPEATED,
        "%s comes twice on %s in %s: it runs both times, and this is the second."
            .formatted(TIME.format(local), local.toLocalDate(), zone));
  }

  private @Nullable Due byTheClock(Instant after) {
    LocalDateTime local = start(after);
    Due best = null;
    LocalDateTime end = LocalDateTime.MAX;
    while (true) {
      local = cron.next(local);
      if (local == null || !local.isBefore(end)) {
        return best;
      }
      ZonedDateTime at = local.atZone(zone);
      if (at.toInstant().isAfter(after) && (best == null || at.toInstant().isBefore(best.at()))) {
        best = new Due(at.toInstant(), moved(local, at));
        end = at.toLocalDateTime();
      }
    }
  }

  /** Times that the clock was put over run later than times that come after them. */
  private LocalDateTime start(Instant after) {
    LocalDateTime local = LocalDateTime.ofInstant(after, zone);
    ZoneOffsetTransition change = zone.getRules().previousTransition(after.plusNanos(1));
    return change != null
            && change.isGap()
            && after.isBefore(change.getInstant().plus(change.getDuration()))
        ? change.getDateTimeBefore().minusSeconds(1)
        : local;
  }

  private List<RunNote> moved(LocalDateTime meant, ZonedDateTime at) {
    LocalTime then = at.toLocalTime();
    if (!at.toLocalDateTime().equals(meant)) {
      return note(
          Code.DST_SHIFTED,
          "%s does not exist on %s in %s: it runs at %s."
              .formatted(TIME.format(meant), meant.toLocalDate(), zone, TIME.format(then)));
    }
    ZoneOffsetTransition overlap = zone.getRules().getTransition(meant);
    if (overlap != null && overlap.isOverlap()) {
      return note(
          Code.DST_ONCE,
          "%s comes twice on %s in %s: it runs the first time only."
              .formatted(TIME.format(meant), meant.toLocalDate(), zone));
    }
    return List.of();
  }

  static List<RunNote> note(Code code, String text) {
    return List.of(new RunNote(code, text));
  }
}
