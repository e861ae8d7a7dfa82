package io.flowmaster.rules.internal;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one evaluation by the standard's evaluator may still use. It is looked at with every round
 * of a loop, every call and every name, so that an expression that makes ever more ends before it
 * has the server's memory, and one that nobody waits for any more ends its thread.
 */
final class StandardBudget {
  /** What is said of an expression that calls itself without end. */
  static final String NESTED = "It calls itself too often. Make it simpler.";

  private static final long MOST_BYTES = 256L << 20;
  private static final ThreadLocal<@Nullable StandardBudget> CURRENT = new ThreadLocal<>();
  private static final @Nullable ThreadMXBean THREADS = threads();

  private final long end;
  private @Nullable String spent;

  private StandardBudget() {
    this.end = allocated() + MOST_BYTES;
  }

  /** It is used up. */
  static final class Spent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Spent(String reason) {
      super(reason, null, false, false);
    }
  }

  /**
   * Evaluates within a budget of its own, or within that of the evaluation it is part of.
   *
   * @throws StandardFailure when it is not enough, even if the evaluator made null of that
   */
  static <T> T within(Supplier<T> evaluation) {
    if (CURRENT.get() != null) {
      return evaluation.get();
    }
    StandardBudget budget = new StandardBudget();
    CURRENT.set(budget);
    try {
      T answer = evaluation.get();
      budget.require();
      return answer;
    } catch (StackOverflowError nested) {
      throw new StandardFailure(NESTED);
    } catch (RuntimeException failed) {
      budget.require();
      throw failed;
    } finally {
      CURRENT.remove();
    }
  }

  private void require() {
    if (spent != null) {
      throw new StandardFailure(spent);
    }
  }

  /** Ends the evaluation of this thread when it has used up its budget. */
  static void look() {
    StandardBudget budget = CURRENT.get();
    if (budget == null) {
      return;
    }
    if (allocated() > budget.end) {
      spend("It makes too many or too long values. Make it simpler.");
    }
    if (Thread.currentThread().isInterrupted()) {
      spend("It took too long. Make it simpler.");
    }
  }

  /** Ends the evaluation of this thread. */
  static void spend(String reason) {
    StandardBudget budget = CURRENT.get();
    if (budget != null) {
      budget.spent = reason;
    }
    throw new Spent(reason);
  }

  private static long allocated() {
    return THREADS == null ? 0 : THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  private static @Nullable ThreadMXBean threads() {
    return ManagementFactory.getThreadMXBean() instanceof ThreadMXBean known
            && known.isThreadAllocatedMemorySupported()
            && known.isThreadAllocatedMemoryEnabled()
        ? known
        : null;
  }
}
