package io.flowmaster.rules.internal;

import java.util.BitSet;

/** Some rules of a table: their numbers while they are few, a bit for each rule otherwise. */
sealed interface RuleGroup {
  int FIXED_BYTES = 48;

  /**
   * @param size how many rules will be added
   * @param all how many rules the table has
   */
  static RuleGroup of(int size, int all) {
    return isFew(size, all) ? new Few(size) : new Many(all);
  }

  static long bytes(int size, int all) {
    return FIXED_BYTES + (isFew(size, all) ? 4L * size : all / 8);
  }

  private static boolean isFew(int size, int all) {
    return 32L * size <= all;
  }

  /** Adds a rule; they come in order. */
  void add(int rule);

  /** Adds to {@code into} those rules of this group that are among {@code live}. */
  void keep(BitSet live, BitSet into);

  long bytes();

  /** Rules by number. */
  final class Few implements RuleGroup {
    private final int[] rules;
    private int size;

    private Few(int size) {
      this.rules = new int[size];
    }

    @Override
    public void add(int rule) {
      rules[size++] = rule;
    }

    @Override
    public void keep(BitSet live, BitSet into) {
      for (int rule : rules) {
        if (live.get(rule)) {
          into.set(rule);
        }
      }
    }

    @Override
    public long bytes() {
      return FIXED_BYTES + 4L * rules.length;
    }
  }

  /** Rules as bits. */
  final class Many implements RuleGroup {
    private final BitSet rules;

    private Many(int all) {
      this.rules = new BitSet(all);
    }

    @Override
    public void add(int rule) {
      rules.set(rule);
    }

    @Override
    public void keep(BitSet live, BitSet into) {
      BitSet both = (BitSet) rules.clone();
      both.and(live);
      into.or(both);
    }

    @Override
    public long bytes() {
      return FIXED_BYTES + rules.size() / 8;
    }
  }
}
