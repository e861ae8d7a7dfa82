package io.flowmaster.rules.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValBoolean;
import org.camunda.feel.syntaxtree.ValNull$;
import org.jspecify.annotations.Nullable;

/** The compiled cells of a column: which rules are true for an input, without trying each. */
final class ColumnIndex {
  private static final int CELL_BYTES = 160;
  private final List<@Nullable CellTest> tests;
  private final BitSet always = new BitSet();
  private final BitSet asked = new BitSet();
  private final BitSet sometimes = new BitSet();
  private final Map<Class<?>, SegmentIndex> ordered = new HashMap<>();
  private final Map<Val, RuleGroup> single = new HashMap<>(); // null, true and false
  private final long bytes;

  /**
   * @param tests by rule; null where FEEL must be asked
   * @param most the index may take about so many bytes; what has no room is tried rule by rule
   */
  ColumnIndex(List<@Nullable CellTest> tests, long most) {
    this.tests = Collections.unmodifiableList(new ArrayList<>(tests));
    for (int rule = 0; rule < tests.size(); rule++) {
      CellTest test = tests.get(rule);
      (test == null ? asked : test instanceof CellTest.Always ? always : sometimes).set(rule);
    }
    long taken = (long) CELL_BYTES * tests.size();
    if (!sometimes.isEmpty()) {
      taken += index(most);
    }
    this.bytes = taken;
  }

  private long index(long most) {
    List<@Nullable CellTest> some = new ArrayList<>(tests);
    some.replaceAll(test -> test instanceof CellTest.Always ? null : test);
    long taken = 0;
    for (Val value : List.of(ValNull$.MODULE$, new ValBoolean(true), new ValBoolean(false))) {
      RuleGroup group = trueFor(value);
      single.put(value, group);
      taken += group.bytes();
    }
    for (List<Val> constants : constantsByType(some).values()) {
      Bounds bounds = new Bounds(constants);
      SegmentIndex index = SegmentIndex.of(bounds, some, most - taken).orElse(null);
      if (index != null) {
        ordered.put(bounds.sample().getClass(), index);
        taken += index.bytes();
      }
    }
    return taken;
  }

  private RuleGroup trueFor(Val value) {
    BitSet yes = tried(value, sometimes);
    RuleGroup group = RuleGroup.of(yes.cardinality(), tests.size());
    yes.stream().forEach(group::add);
    return group;
  }

  private static Map<Class<?>, List<Val>> constantsByType(List<@Nullable CellTest> tests) {
    Map<Class<?>, List<Val>> constants = new HashMap<>();
    for (CellTest test : tests) {
      if (test != null) {
        test.constants()
            .filter(constant -> Bounds.ORDERED.contains(constant.getClass()))
            .forEach(
                constant ->
                    constants
                        .computeIfAbsent(constant.getClass(), type -> new ArrayList<>())
                        .add(constant));
      }
    }
    return constants;
  }

  /** The rules for which FEEL must be asked. */
  BitSet asked() {
    return asked;
  }

  /** Those of the live rules whose compiled cell is true for the input. */
  BitSet matching(Val input, BitSet live) {
    BitSet matching = (BitSet) always.clone();
    matching.and(live);
    if (sometimes.isEmpty()) {
      return matching;
    }
    RuleGroup group = group(input);
    if (group != null) {
      group.keep(live, matching);
    } else {
      BitSet candidates = (BitSet) sometimes.clone();
      candidates.and(live);
      matching.or(tried(input, candidates));
    }
    return matching;
  }

  /** The rules that are known to be true for the input; null when they must be tried. */
  private @Nullable RuleGroup group(Val input) {
    if (input == ValNull$.MODULE$ || input instanceof ValBoolean) {
      return single.get(input);
    }
    SegmentIndex index = ordered.get(input.getClass());
    return index == null ? null : index.rules(input);
  }

  private BitSet tried(Val input, BitSet candidates) {
    BitSet yes = new BitSet();
    for (int rule = candidates.nextSetBit(0); rule >= 0; rule = candidates.nextSetBit(rule + 1)) {
      CellTest test = tests.get(rule);
      if (test != null && test.test(input) == CellTest.Answer.TRUE) {
        yes.set(rule);
      }
    }
    return yes;
  }

  long bytes() {
    return bytes;
  }
}
