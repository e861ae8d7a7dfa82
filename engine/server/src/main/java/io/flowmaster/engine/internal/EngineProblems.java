package io.flowmaster.engine.internal;

import io.flowmaster.engine.EngineRefusal;
import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import io.flowmaster.platform.ProblemTranslator;
import java.util.Optional;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NotValidException;
import org.springframework.stereotype.Component;

/** What the engine's exceptions mean to a caller. */
@Component
class EngineProblems implements ProblemTranslator {

  @Override
  public Optional<Problem> translate(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof Problem problem) {
        return Optional.of(problem);
      }
      Problem known = known(cause);
      if (known != null) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }

  private static @org.jspecify.annotations.Nullable Problem known(Throwable cause) {
    if (cause instanceof OptimisticLockingException) {
      return new EngineRefusal(
          ProblemKind.CONFLICT,
          "concurrent-change",
          "Somebody else changed the same thing at the same time. Read it again and repeat.");
    }
    if (cause instanceof SuspendedEntityInteractionException) {
      return new EngineRefusal(
          ProblemKind.CONFLICT, "execution-paused", "The execution is paused. Resume it first.");
    }
    if (cause instanceof NotFoundException) {
      return new EngineRefusal(ProblemKind.NOT_FOUND, "not-found", "There is no such thing.");
    }
    if (cause instanceof BadUserRequestException || cause instanceof NotValidException) {
      return new EngineRefusal(
          ProblemKind.UNACCEPTABLE, "refused-by-engine", String.valueOf(cause.getMessage()));
    }
    return null;
  }
}
