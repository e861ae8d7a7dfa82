package io.flowmaster.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Collects what happens in a transaction and handles it together right before the commit, inside
 * the same transaction: a failure there rolls everything back.
 *
 * <p>What handling causes is collected again and handled, too, until nothing is left; an earlier
 * {@link Stage} always goes first. A transaction that is suspended keeps what it has collected;
 * without a transaction each collected thing is handled at once.
 *
 * @param <T> a mutable collection of what happened
 */
public final class BeforeCommit<T> {
  private static final int MOST_ROUNDS = 1_000;

  /** In which order things are handled. */
  public enum Stage {
    /** Executions that changed are told to those who listen. */
    EXECUTIONS,
    /** Tasks that changed are told to those who listen. */
    TASKS,
    /** What was told is written down. */
    RECORDS,
    /** What was put off until the end is sent to the database. */
    WRITES
  }

  private final Stage stage;
  private final Supplier<T> empty;
  private final Consumer<T> handler;

  /**
   * @param empty makes a new collection
   * @param handler is given what was collected since it was called last
   */
  public BeforeCommit(Stage stage, Supplier<T> empty, Consumer<T> handler) {
    this.stage = stage;
    this.empty = empty;
    this.handler = handler;
  }

  /** Adds to what the current transaction has collected. */
  public void collect(Consumer<T> change) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      T alone = empty.get();
      change.accept(alone);
      handler.accept(alone);
      return;
    }
    Pending pending = Pending.current();
    change.accept(pending.of(this));
    if (pending.isPastItsTurn) {
      pending.handle();
    }
  }

  /** What the current transaction has collected and not handled yet; for reading. */
  public Optional<T> collected() {
    Pending pending = (Pending) TransactionSynchronizationManager.getResource(Pending.class);
    return pending == null ? Optional.empty() : pending.has(this);
  }

  /** Handles what the current transaction has collected already, for who needs it written now. */
  public static void handleNow() {
    Pending pending = (Pending) TransactionSynchronizationManager.getResource(Pending.class);
    if (pending != null) {
      pending.handle();
    }
  }

  private void handle(Object collected) {
    @SuppressWarnings("unchecked") // made by this one's own supplier
    T mine = (T) collected;
    handler.accept(mine);
  }

  /** All that one transaction has collected, by stage. */
  private static final class Pending implements TransactionSynchronization {
    private final TreeMap<Stage, Map<BeforeCommit<?>, Object>> collected = new TreeMap<>();
    private boolean isPastItsTurn;

    static Pending current() {
      Pending pending = (Pending) TransactionSynchronizationManager.getResource(Pending.class);
      if (pending == null) {
        pending = new Pending();
        TransactionSynchronizationManager.bindResource(Pending.class, pending);
        TransactionSynchronizationManager.registerSynchronization(pending);
      }
      return pending;
    }

    <T> T of(BeforeCommit<T> batch) {
      @SuppressWarnings("unchecked") // its own supplier made it
      T mine =
          (T)
              collected
                  .computeIfAbsent(batch.stage, stage -> new LinkedHashMap<>())
                  .computeIfAbsent(batch, known -> batch.empty.get());
      return mine;
    }

    <T> Optional<T> has(BeforeCommit<T> batch) {
      @SuppressWarnings("unchecked") // its own supplier made it
      T mine = (T) collected.getOrDefault(batch.stage, Map.of()).get(batch);
      return Optional.ofNullable(mine);
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      handle();
      isPastItsTurn = true;
    }

    void handle() {
      for (int round = 0; !collected.isEmpty(); round++) {
        if (round == MOST_ROUNDS) {
          throw new IllegalStateException("changes cause changes without end");
        }
        collected.pollFirstEntry().getValue().forEach(BeforeCommit::handle);
      }
    }

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResourceIfPossible(Pending.class);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(Pending.class, this);
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(Pending.class);
    }
  }
}
