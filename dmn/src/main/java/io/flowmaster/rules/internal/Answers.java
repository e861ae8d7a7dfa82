package io.flowmaster.rules.internal;

import io.flowmaster.rules.internal.CellTest.Answer;
import java.util.BitSet;

/**
 * What a test answers for each segment.
 *
 * @param yes the segments for which it is true
 * @param unknown those for which it is null; it is false for the others
 */
record Answers(BitSet yes, BitSet unknown) {

  static Answers everywhere(Answer answer, Bounds bounds) {
    Answers answers = new Answers(new BitSet(), new BitSet());
    answers.yes.set(0, bounds.segments(), answer == Answer.TRUE);
    answers.unknown.set(0, bounds.segments(), answer == Answer.NULL);
    return answers;
  }

  static Answers at(int segment, Bounds bounds) {
    return between(segment, segment + 1, bounds);
  }

  /** True from one segment to another, which is not included, and false elsewhere. */
  static Answers between(int from, int to, Bounds bounds) {
    Answers answers = everywhere(Answer.FALSE, bounds);
    answers.yes.set(from, to);
    return answers;
  }
}
