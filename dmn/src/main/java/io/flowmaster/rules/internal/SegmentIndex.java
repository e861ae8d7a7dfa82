package io.flowmaster.rules.internal;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.camunda.feel.syntaxtree.Val;
import org.jspecify.annotations.Nullable;

/** The rules that are true for a value, by the segment in which the value lies. */
final class SegmentIndex {
  private final Bounds bounds;
  private final RuleGroup[] segments;

  private SegmentIndex(Bounds bounds, RuleGroup[] segments) {
    this.bounds = bounds;
    this.segments = segments;
  }

  /**
   * @param tests by rule; null where this index does not answer
   * @param most the index may take so many bytes
   * @return empty when it would take more
   */
  static Optional<SegmentIndex> of(Bounds bounds, List<@Nullable CellTest> tests, long most) {
    int[] counts = new int[bounds.segments()];
    for (CellTest test : tests) {
      if (test != null) {
        test.answers(bounds).yes().stream().forEach(segment -> counts[segment]++);
      }
    }
    long bytes = Arrays.stream(counts).mapToLong(n -> RuleGroup.bytes(n, tests.size())).sum();
    return bytes > most
        ? Optional.empty()
        : Optional.of(new SegmentIndex(bounds, groups(bounds, tests, counts)));
  }

  private static RuleGroup[] groups(Bounds bounds, List<@Nullable CellTest> tests, int[] counts) {
    RuleGroup[] groups = new RuleGroup[counts.length];
    Arrays.setAll(groups, segment -> RuleGroup.of(counts[segment], tests.size()));
    for (int rule = 0; rule < tests.size(); rule++) {
      CellTest test = tests.get(rule);
      if (test != null) {
        BitSet yes = test.answers(bounds).yes();
        for (int at = yes.nextSetBit(0); at >= 0; at = yes.nextSetBit(at + 1)) {
          groups[at].add(rule);
        }
      }
    }
    return groups;
  }

  RuleGroup rules(Val value) {
    return segments[bounds.segment(value)];
  }

  long bytes() {
    return Arrays.stream(segments).mapToLong(RuleGroup::bytes).sum();
  }
}
