package io.flowmaster.executions.internal;

import io.flowmaster.engine.EngineRefusal;
import io.flowmaster.engine.FailedActivity;
import io.flowmaster.executions.ActivityFailed;
import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NotValidException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs engine work in one transaction, and says what its failures mean. */
@Component
class EngineCalls {
  private static final int LONGEST_MESSAGE = 1_000;

  /**
   * SQL states of a lost race: serialization failure, deadlock, lock not available or timed out.
   */
  private static final Set<String> RACES = Set.of("40001", "40P01", "55P03", "HYT00");

  private final TransactionTemplate transaction;

  EngineCalls(TransactionTemplate transaction) {
    this.transaction = transaction;
  }

  <T> T run(Supplier<T> work) {
    try {
      return transaction.execute(status -> work.get());
    } catch (Problem e) {
      throw e;
    } catch (RuntimeException e) {
      throw meaning(e);
    }
  }

  /** What a failure of the engine says to the caller: a problem where it has one. */
  static RuntimeException meaning(RuntimeException thrown) {
    boolean engine = FailedActivity.isKnown(thrown);
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof Problem problem) {
        return problem;
      }
      if (cause instanceof SQLException sql && RACES.contains(String.valueOf(sql.getSQLState()))) {
        return new EngineRefusal(
            ProblemKind.CONFLICT,
            "concurrent-change",
            "Somebody else is changing the same thing. Read it again and repeat.");
      }
      if (isTranslatedCentrally(cause)) {
        return thrown;
      }
      engine |= cause instanceof ProcessEngineException;
    }
    return engine
        ? new ActivityFailed(FailedActivity.of(thrown).orElse(null), message(thrown))
        : thrown;
  }

  private static boolean isTranslatedCentrally(Throwable cause) {
    return cause instanceof OptimisticLockingException
        || cause instanceof SuspendedEntityInteractionException
        || cause instanceof NotFoundException
        || cause instanceof BadUserRequestException
        || cause instanceof NotValidException;
  }

  /** The engine's own sentence; never the SQL that it failed on. */
  private static String message(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException) {
        return "the database does not take a value, for example a text that is too long";
      }
    }
    String text = String.valueOf(thrown.getMessage());
    return text.length() > LONGEST_MESSAGE ? text.substring(0, LONGEST_MESSAGE) + "…" : text;
  }
}
