package io.flowmaster.schedules.internal;

import io.flowmaster.schedules.MisfirePolicy;
import io.flowmaster.schedules.PlannedRun;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of the runs that are due are run, and which were missed.
 *
 * @param missed how many were missed
 * @param firstAt when the first of them was due; null when none was missed
 * @param lastAt when the last of them was due
 * @param caughtUp the missed ones that run after all
 * @param onTime those that are due now
 * @param next the first one after now
 */
record Misfires(
    int missed,
    @Nullable Instant firstAt,
    @Nullable Instant lastAt,
    List<Instant> caughtUp,
    List<Instant> onTime,
    @Nullable PlannedRun next) {
  /** More are not counted: it is two months of a run each minute. */
  private static final int MOST_COUNTED = 100_000;

  /**
   * @param first a run that is due
   * @param missedBefore what was due before was missed
   */
  static Misfires of(
      Plan plan, Instant first, Instant now, Instant missedBefore, MisfirePolicy policy, int most) {
    Deque<Instant> lastMissed = new ArrayDeque<>();
    List<Instant> onTime = new ArrayList<>();
    int missed = 0;
    Instant at = first;
    PlannedRun next = null;
    for (int i = 0; i < MOST_COUNTED && !at.isAfter(now); i++) {
      if (at.isBefore(missedBefore)) {
        missed++;
        lastMissed.addLast(at);
        if (lastMissed.size() > most) {
          lastMissed.removeFirst();
        }
      } else {
        onTime.add(at);
      }
      next = plan.next(at);
      if (next == null) {
        break;
      }
      at = next.at();
    }
    if (next != null && !next.at().isAfter(now)) {
      next = plan.next(now);
    }
    return new Misfires(
        missed,
        missed == 0 ? null : first,
        lastMissed.peekLast(),
        caughtUp(policy, lastMissed, onTime),
        onTime,
        next);
  }

  private static List<Instant> caughtUp(
      MisfirePolicy policy, Deque<Instant> missed, List<Instant> onTime) {
    if (policy == MisfirePolicy.FIRE_ALL) {
      return List.copyOf(missed);
    }
    return policy == MisfirePolicy.SKIP || missed.isEmpty() || !onTime.isEmpty()
        ? List.of()
        : List.of(missed.getLast());
  }

  /** What a policy would do, as a sentence about the first of some runs. */
  static String explained(MisfirePolicy policy, int planned, int most) {
    String away =
        planned > 2
            ? "Were the platform away for the first 3 of these runs, "
            : "Were the platform away when it is due, ";
    return switch (policy) {
      case FIRE_ONCE ->
          away + "one run would stand for all that were missed, as soon as it is back.";
      case SKIP -> away + "they would be left out; the next run would be the next one planned.";
      case FIRE_ALL ->
          away
              + "each would be caught up as soon as it is back, the oldest first; of very many the last "
              + most
              + ".";
    };
  }
}
