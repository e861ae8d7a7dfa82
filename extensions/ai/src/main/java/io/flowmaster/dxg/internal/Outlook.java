package io.flowmaster.dxg.internal;

import io.flowmaster.dxg.internal.SimilarCases.Neighbour;
import io.flowmaster.platform.CaseFile.PastCase;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the most similar finished cases lead one to expect.
 *
 * @param near those that are similar enough to count, the most similar first
 */
record Outlook(List<Neighbour> near) {
  private static final double SIMILAR = 0.5;
  private static final int MOST = 20;

  /** How often something was so, of how many. */
  record Share(String what, int times, int of) {
    double part() {
      return of == 0 ? 0 : (double) times / of;
    }
  }

  static Outlook of(List<Neighbour> sorted) {
    return new Outlook(
        sorted.stream().filter(each -> each.weight() >= SIMILAR).limit(MOST).toList());
  }

  /** How the same task was mostly answered; null when it never was with a choice. */
  @Nullable Share outcome() {
    return most(PastCase::outcome);
  }

  /** How completed cases mostly ended; null when none did. */
  @Nullable Share end() {
    return most(PastCase::end);
  }

  private @Nullable Share most(Function<PastCase, @Nullable String> of) {
    Map<String, Integer> times = new HashMap<>();
    int known = 0;
    Share best = null;
    for (Neighbour each : near) {
      String what = of.apply(each.past());
      if (what != null) {
        known++;
        int now = times.merge(what, 1, Integer::sum);
        if (best == null || now > best.times()) {
          best = new Share(what, now, 0);
        }
      }
    }
    return best == null ? null : new Share(best.what(), best.times(), known);
  }

  Share cancelled() {
    return share(past -> !past.completed());
  }

  Share failed() {
    return share(past -> past.incidents() > 0);
  }

  private Share share(Predicate<PastCase> is) {
    int times = (int) near.stream().filter(each -> is.test(each.past())).count();
    return new Share("", times, near.size());
  }

  /** A part of the cases was over after this; null when there are none. */
  @Nullable Duration duration(double part) {
    return quantile(near.stream().map(each -> each.past().duration()).sorted().toList(), part);
  }

  /** A part of the same tasks was answered after this; null when there are none. */
  @Nullable Duration taskDuration(double part) {
    return quantile(tasks(), part);
  }

  int taskCount() {
    return tasks().size();
  }

  private List<Duration> tasks() {
    return near.stream()
        .map(each -> each.past().taskDuration())
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .sorted()
        .toList();
  }

  private static @Nullable Duration quantile(List<Duration> sorted, double part) {
    return sorted.isEmpty() ? null : sorted.get((int) Math.ceil(part * sorted.size()) - 1);
  }
}
