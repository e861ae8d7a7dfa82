package io.flowmaster.engine.internal;

import io.flowmaster.engine.ExecutionChanges;
import io.flowmaster.engine.ExecutionChanges.Begun;
import io.flowmaster.engine.ExecutionChanges.Over;
import io.flowmaster.engine.UncommittedExecutions;
import io.flowmaster.platform.BeforeCommit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Which executions a transaction began and ended; told before its commit. */
class ExecutionsOfTransaction implements UncommittedExecutions {
  private final Supplier<List<ExecutionChanges>> listeners;
  private final BeforeCommit<Changes> changes =
      new BeforeCommit<>(BeforeCommit.Stage.EXECUTIONS, Changes::new, this::tell);

  ExecutionsOfTransaction(Supplier<List<ExecutionChanges>> listeners) {
    this.listeners = listeners;
  }

  void add(Begun begun) {
    changes.collect(now -> now.begun.add(begun));
  }

  void add(Over over) {
    changes.collect(now -> now.over.add(over));
  }

  @Override
  public Optional<Begun> begun(String id) {
    return changes.collected().stream()
        .flatMap(now -> now.begun.stream())
        .filter(begun -> begun.id().equals(id))
        .findFirst();
  }

  @Override
  public Optional<Over> over(String id) {
    return changes.collected().stream()
        .flatMap(now -> now.over.stream())
        .filter(over -> over.id().equals(id))
        .findFirst();
  }

  private void tell(Changes changes) {
    listeners.get().forEach(listener -> listener.executionsChanged(changes.begun, changes.over));
  }

  private static final class Changes {
    private final List<Begun> begun = new ArrayList<>();
    private final List<Over> over = new ArrayList<>();
  }
}
