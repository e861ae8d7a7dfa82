package io.flowmaster.rules.internal;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValDate;
import org.camunda.feel.syntaxtree.ValDayTimeDuration;
import org.camunda.feel.syntaxtree.ValLocalDateTime;
import org.camunda.feel.syntaxtree.ValLocalTime;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.syntaxtree.ValString;

/**
 * The constants of one type in a column, in order. They cut the type's values into segments: below
 * the first constant, the first constant itself, between the first and the second, and so on. No
 * test of the column tells two values of a segment apart.
 */
final class Bounds {
  /**
   * The types whose equality agrees with their order. Those with a time zone, and the durations in
   * months, know different values that are neither less nor greater.
   */
  static final Set<Class<? extends Val>> ORDERED =
      Set.of(
          ValNumber.class,
          ValString.class,
          ValDate.class,
          ValLocalTime.class,
          ValLocalDateTime.class,
          ValDayTimeDuration.class);

  private final Val[] constants;

  /**
   * @param constants at least one; all of one ordered type
   */
  Bounds(Collection<Val> constants) {
    TreeSet<Val> distinct = new TreeSet<>((left, right) -> left.compare(right));
    distinct.addAll(constants);
    this.constants = distinct.toArray(Val[]::new);
  }

  /** Whether a constant is one of these. */
  boolean have(Val constant) {
    return constant.getClass() == constants[0].getClass();
  }

  Val sample() {
    return constants[0];
  }

  int segments() {
    return 2 * constants.length + 1;
  }

  /** The segment in which a value of the type lies. */
  int segment(Val value) {
    int found = Arrays.binarySearch(constants, value, (left, right) -> left.compare(right));
    return found >= 0 ? 2 * found + 1 : 2 * (-found - 1);
  }
}
