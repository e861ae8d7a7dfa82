package io.flowmaster.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmaster.platform.BeforeCommit.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

class BeforeCommitTest {
  private final List<String> seen = new ArrayList<>();
  private final Transactions manager = new Transactions();
  private final TransactionTemplate transaction = new TransactionTemplate(manager);
  private final BeforeCommit<List<String>> records = batch(Stage.RECORDS, now -> {});

  private BeforeCommit<List<String>> batch(Stage stage, Consumer<List<String>> also) {
    return new BeforeCommit<>(
        stage,
        ArrayList::new,
        collected -> {
          seen.add(stage + " " + collected);
          also.accept(collected);
        });
  }

  @Test
  void handlesTogetherWhatATransactionCollectedAndOnlyAtItsEnd() {
    transaction.executeWithoutResult(
        status -> {
          records.collect(now -> now.add("a"));
          records.collect(now -> now.add("b"));
          assertThat(seen).isEmpty();
        });
    assertThat(seen).containsExactly("RECORDS [a, b]");
  }

  @Test
  void handlesWhatWasCollectedByNowForWhoAsks() {
    transaction.executeWithoutResult(
        status -> {
          records.collect(now -> now.add("a"));
          BeforeCommit.handleNow();
          assertThat(seen).containsExactly("RECORDS [a]");
          records.collect(now -> now.add("b"));
        });
    assertThat(seen).containsExactly("RECORDS [a]", "RECORDS [b]");
  }

  @Test
  void handlesEarlierStagesFirstAndWhatTheyCause() {
    var tasks = batch(Stage.TASKS, now -> records.collect(r -> r.add("of task")));
    var executions = batch(Stage.EXECUTIONS, now -> tasks.collect(t -> t.add("of execution")));
    transaction.executeWithoutResult(
        status -> {
          records.collect(now -> now.add("first"));
          executions.collect(now -> now.add("e"));
        });
    assertThat(seen)
        .containsExactly("EXECUTIONS [e]", "TASKS [of execution]", "RECORDS [first, of task]");
  }

  @Test
  void handlesWhatALaterSynchronizationCollects() {
    transaction.executeWithoutResult(
        status -> {
          records.collect(now -> now.add("a"));
          TransactionSynchronizationManager.registerSynchronization(
              new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                  records.collect(now -> now.add("late"));
                }
              });
        });
    assertThat(seen).containsExactly("RECORDS [a]", "RECORDS [late]");
  }

  @Test
  void handlesNothingOfATransactionThatIsRolledBack() {
    transaction.executeWithoutResult(
        status -> {
          records.collect(now -> now.add("a"));
          status.setRollbackOnly();
        });
    transaction.executeWithoutResult(status -> records.collect(now -> now.add("b")));
    assertThat(seen).containsExactly("RECORDS [b]");
  }

  @Test
  void anInnerTransactionHandlesItsOwn() {
    TransactionTemplate inner = new TransactionTemplate(manager);
    inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    transaction.executeWithoutResult(
        status -> {
          records.collect(now -> now.add("outer"));
          inner.executeWithoutResult(own -> records.collect(now -> now.add("inner")));
          assertThat(seen).containsExactly("RECORDS [inner]");
        });
    assertThat(seen).containsExactly("RECORDS [inner]", "RECORDS [outer]");
  }

  @Test
  void withoutATransactionHandlesAtOnce() {
    records.collect(now -> now.add("a"));
    assertThat(seen).containsExactly("RECORDS [a]");
  }

  @Test
  void aFailureRollsBack() {
    var failing =
        batch(
            Stage.RECORDS,
            now -> {
              throw new IllegalArgumentException("no");
            });
    assertThatThrownBy(
            () -> transaction.executeWithoutResult(status -> failing.collect(now -> now.add("a"))))
        .hasMessage("no");
    assertThat(manager.ends).containsExactly("rollback");
  }

  @Test
  void changesWithoutEndFail() {
    List<BeforeCommit<List<String>>> itself = new ArrayList<>();
    itself.add(batch(Stage.TASKS, now -> itself.get(0).collect(t -> t.add("again"))));
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    status -> itself.get(0).collect(now -> now.add("a"))))
        .hasMessageContaining("without end");
  }

  /** Transactions without a resource. */
  private static final class Transactions extends AbstractPlatformTransactionManager {
    private final List<String> ends = new ArrayList<>();
    private int open;

    @Override
    protected Object doGetTransaction() {
      return new Object();
    }

    @Override
    protected boolean isExistingTransaction(Object known) {
      return open > 0;
    }

    @Override
    protected void doBegin(Object started, TransactionDefinition definition) {
      open++;
    }

    @Override
    protected Object doSuspend(Object running) {
      int suspended = open;
      open = 0;
      return suspended;
    }

    @Override
    protected void doResume(@org.jspecify.annotations.Nullable Object running, Object suspended) {
      open = (int) suspended;
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
      ends.add("commit");
    }

    @Override
    protected void doRollback(DefaultTransactionStatus status) {
      ends.add("rollback");
    }

    @Override
    protected void doCleanupAfterCompletion(Object ended) {
      open--;
    }
  }
}
