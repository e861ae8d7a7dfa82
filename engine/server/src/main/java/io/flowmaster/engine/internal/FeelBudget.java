package io.flowmaster.engine.internal;

import camundajar.impl.scala.collection.Iterator;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValContext;
import org.camunda.feel.syntaxtree.ValList;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.syntaxtree.ValString;

/** What one evaluation of FEEL may still use: time, steps, and room for what it makes. */
final class FeelBudget {
  private static final int LARGEST_EXPONENT = 6_200;
  private static final int CHARACTERS_PER_ITEM = 64;
  private static final int LOOKS = 255;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private final long end;
  private long steps;
  private long room;

  /**
   * @param latest when what it is part of has to end
   */
  FeelBudget(PolicyProperties limits, long latest) {
    this.end = Math.min(worked() + limits.evaluationTime().toNanos(), latest);
    this.steps = limits.evaluationSteps();
    this.room = limits.evaluationSize();
  }

  /** What this thread has worked, so that nothing fails because the machine is busy. */
  static long worked() {
    return THREADS.isCurrentThreadCpuTimeSupported()
        ? THREADS.getCurrentThreadCpuTime()
        : System.nanoTime();
  }

  /** It is used up. */
  static final class Spent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Spent(String reason) {
      super(reason, null, false, false);
    }
  }

  void step() {
    if (--steps < 0 || (steps & LOOKS) == 0 && worked() > end) {
      throw new Spent("it takes too many steps or too long");
    }
  }

  void items(long count) {
    room -= count;
    if (room < 0 || count < 0) {
      throw new Spent("it makes too many or too long values");
    }
  }

  void characters(long count) {
    items(count / CHARACTERS_PER_ITEM);
  }

  /** Takes the room of a value that was made, with all that is in it. */
  Val made(Val value) {
    if (value instanceof ValList list) {
      Iterator<Val> each = list.items().iterator();
      while (each.hasNext()) {
        items(1);
        made(each.next());
      }
    } else if (value instanceof ValContext context) {
      Iterator<?> each = context.context().variableProvider().getVariables().valuesIterator();
      while (each.hasNext()) {
        items(1);
        if (each.next() instanceof Val member) {
          made(member);
        }
      }
    } else if (value instanceof ValString text) {
      characters(text.value().length());
    }
    return value;
  }

  /** Numbers such as 1e999999999 are short, and cost their digits when they are rounded. */
  static Val sane(Val value) {
    if (value instanceof ValNumber number
        && Math.abs((long) number.value().bigDecimal().scale()) > LARGEST_EXPONENT) {
      throw new Spent("a number is too large or too small");
    }
    return value;
  }
}
