package io.flowmaster.engine;

import io.flowmaster.engine.ExecutionChanges.Begun;
import io.flowmaster.engine.ExecutionChanges.Over;
import java.util.Optional;

/**
 * What the current transaction has done to executions and {@link ExecutionChanges} have not heard
 * of yet: known without asking the database.
 */
public interface UncommittedExecutions {

  /** Empty when the execution began in another transaction. */
  Optional<Begun> begun(String id);

  /** Empty when the execution has not ended in this transaction. */
  Optional<Over> over(String id);
}
