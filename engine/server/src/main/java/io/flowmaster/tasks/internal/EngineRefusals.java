package io.flowmaster.tasks.internal;

import io.flowmaster.platform.Problem;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Tells what the engine itself refuses from a step of the process that failed. */
final class EngineRefusals {
  private static final int LONGEST = 500;

  private EngineRefusals() {}

  static boolean isKnown(RuntimeException thrown) {
    return isRefusal(thrown)
        || thrown instanceof OptimisticLockingException
        || thrown instanceof SuspendedEntityInteractionException
        || thrown instanceof NotFoundException
        || thrown instanceof NotValidException
        || thrown instanceof NullValueException
        || thrown instanceof BadUserRequestException
        || thrown instanceof ProcessEnginePersistenceException
        || thrown instanceof TransactionException;
  }

  /** The engine wraps what the platform, or its database, refuses in the middle of its work. */
  private static boolean isRefusal(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof Problem || cause instanceof DataAccessException) {
        return true;
      }
    }
    return false;
  }

  /** What the engine says of the model; of other code's exceptions nothing is shown. */
  static String reason(RuntimeException failed) {
    if (!(failed instanceof ProcessEngineException) || failed.getMessage() == null) {
      return "A step that follows it failed.";
    }
    String line = failed.getMessage().lines().findFirst().orElse("");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
