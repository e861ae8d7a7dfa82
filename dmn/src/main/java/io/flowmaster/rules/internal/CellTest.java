package io.flowmaster.rules.internal;

import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.feel.impl.interpreter.ValComparator;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValBoolean;
import org.camunda.feel.syntaxtree.ValList;

/**
 * A unary test against constants, with the answers that FEEL gives. The comparisons are FEEL's own;
 * a test here only saves the way to them.
 */
sealed interface CellTest {

  /** What FEEL answers: what cannot be compared is neither true nor false. */
  enum Answer {
    TRUE,
    FALSE,
    NULL;

    static Answer of(boolean value) {
      return value ? TRUE : FALSE;
    }
  }

  Answer test(Val input);

  /** The answers for all inputs of one type, by where the input lies between the bounds. */
  Answers answers(Bounds bounds);

  /** The constants that it compares with. */
  Stream<Val> constants();

  /** True for every input, as in a cell that is empty or a dash. */
  record Always() implements CellTest {
    @Override
    public Answer test(Val input) {
      return Answer.TRUE;
    }

    @Override
    public Stream<Val> constants() {
      return Stream.empty();
    }

    @Override
    public Answers answers(Bounds bounds) {
      return Answers.everywhere(Answer.TRUE, bounds);
    }
  }

  /**
   * Equal to a constant.
   *
   * @param otherTypes the answer for an input of another type
   */
  record EqualTo(Val constant, Answer otherTypes, ValComparator comparator) implements CellTest {
    @Override
    public Answer test(Val input) {
      return comparator.compare(input, constant) instanceof ValBoolean same
          ? Answer.of(same.value())
          : otherTypes;
    }

    @Override
    public Stream<Val> constants() {
      return Stream.of(constant);
    }

    @Override
    public Answers answers(Bounds bounds) {
      return bounds.have(constant)
          ? Answers.at(bounds.segment(constant), bounds)
          : Answers.everywhere(test(bounds.sample()), bounds);
    }
  }

  /** One of a list's elements, or that list itself. */
  record OneOf(ValList list, List<Val> elements, ValComparator comparator) implements CellTest {
    static OneOf of(ValList list, ValComparator comparator) {
      return new OneOf(list, List.copyOf(CollectionConverters.asJava(list.items())), comparator);
    }

    @Override
    public Answer test(Val input) {
      return Answer.of(elements.contains(input) || comparator.equals(input, list));
    }

    @Override
    public Stream<Val> constants() {
      return elements.stream();
    }

    @Override
    public Answers answers(Bounds bounds) {
      Answers answers = Answers.everywhere(Answer.FALSE, bounds);
      elements.stream()
          .filter(bounds::have)
          .forEach(element -> answers.yes().set(bounds.segment(element)));
      return answers;
    }
  }

  /** Less or greater than a constant. */
  record Compared(Order order, Val constant) implements CellTest {
    enum Order {
      LESS,
      LESS_OR_EQUAL,
      GREATER,
      GREATER_OR_EQUAL;

      boolean holds(int comparison) {
        return switch (this) {
          case LESS -> comparison < 0;
          case LESS_OR_EQUAL -> comparison <= 0;
          case GREATER -> comparison > 0;
          case GREATER_OR_EQUAL -> comparison >= 0;
        };
      }
    }

    @Override
    public Answer test(Val input) {
      return comparable(input, constant)
          ? Answer.of(order.holds(input.compare(constant)))
          : Answer.NULL;
    }

    @Override
    public Stream<Val> constants() {
      return Stream.of(constant);
    }

    @Override
    public Answers answers(Bounds bounds) {
      if (!bounds.have(constant)) {
        return Answers.everywhere(Answer.NULL, bounds);
      }
      int here = bounds.segment(constant);
      return switch (order) {
        case LESS -> Answers.between(0, here, bounds);
        case LESS_OR_EQUAL -> Answers.between(0, here + 1, bounds);
        case GREATER -> Answers.between(here + 1, bounds.segments(), bounds);
        case GREATER_OR_EQUAL -> Answers.between(here, bounds.segments(), bounds);
      };
    }
  }

  /** Between two constants. */
  record Between(Compared start, Compared end) implements CellTest {
    @Override
    public Answer test(Val input) {
      if (!comparable(input, start.constant()) || !comparable(input, end.constant())) {
        return Answer.NULL;
      }
      return Answer.of(start.test(input) == Answer.TRUE && end.test(input) == Answer.TRUE);
    }

    @Override
    public Stream<Val> constants() {
      return Stream.of(start.constant(), end.constant());
    }

    @Override
    public Answers answers(Bounds bounds) {
      if (!bounds.have(start.constant()) || !bounds.have(end.constant())) {
        return Answers.everywhere(Answer.NULL, bounds);
      }
      Answers both = start.answers(bounds);
      both.yes().and(end.answers(bounds).yes());
      return both;
    }
  }

  /** True if one of the tests is; null if none is, and one is null. */
  record AnyOf(List<CellTest> tests) implements CellTest {
    @Override
    public Answer test(Val input) {
      Answer answer = Answer.FALSE;
      for (CellTest test : tests) {
        switch (test.test(input)) {
          case TRUE -> {
            return Answer.TRUE;
          }
          case NULL -> answer = Answer.NULL;
          case FALSE -> {}
        }
      }
      return answer;
    }

    @Override
    public Stream<Val> constants() {
      return tests.stream().flatMap(CellTest::constants);
    }

    @Override
    public Answers answers(Bounds bounds) {
      Answers answers = Answers.everywhere(Answer.FALSE, bounds);
      for (CellTest test : tests) {
        Answers each = test.answers(bounds);
        answers.yes().or(each.yes());
        answers.unknown().or(each.unknown());
      }
      answers.unknown().andNot(answers.yes());
      return answers;
    }
  }

  /** True for false, false for true, and null stays null. */
  record Negated(CellTest test) implements CellTest {
    @Override
    public Answer test(Val input) {
      return switch (test.test(input)) {
        case TRUE -> Answer.FALSE;
        case FALSE -> Answer.TRUE;
        case NULL -> Answer.NULL;
      };
    }

    @Override
    public Stream<Val> constants() {
      return test.constants();
    }

    @Override
    public Answers answers(Bounds bounds) {
      Answers answers = test.answers(bounds);
      answers.yes().or(answers.unknown());
      answers.yes().flip(0, bounds.segments());
      return answers;
    }
  }

  private static boolean comparable(Val input, Val constant) {
    return input.getClass() == constant.getClass() && input.isComparable();
  }
}
