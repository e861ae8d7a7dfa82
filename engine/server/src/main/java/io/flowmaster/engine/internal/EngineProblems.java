package io.flowmaster.engine.internal;

import io.flowmaster.engine.EngineRefusal;
import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import io.flowmaster.platform.ProblemTranslator;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.BpmnParseException;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ScriptEngineException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.DeploymentResourceNotFoundException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.exception.dmn.DecisionDefinitionNotFoundException;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xml.sax.SAXException;

/**
 * What the engine's exceptions mean to a caller. Only what a caller or its model can provoke is
 * here; anything else is a fault of ours and stays one.
 */
@Component
class EngineProblems implements ProblemTranslator {

  /** The first line that fits the outermost exception wins; no detail: the engine's message. */
  private static final List<Meaning> TABLE =
      List.of(
          means(
              OptimisticLockingException.class,
              ProblemKind.CONFLICT,
              "concurrent-change",
              "Somebody else changed the same thing at the same time. Read it again and repeat."),
          means(
              SuspendedEntityInteractionException.class,
              ProblemKind.CONFLICT,
              "execution-paused",
              "The execution is paused. Resume it first."),
          means(
              TaskAlreadyClaimedException.class,
              ProblemKind.CONFLICT,
              "task-already-claimed",
              "Somebody else has claimed the task already."),
          means(
              MismatchingMessageCorrelationException.class,
              ProblemKind.CONFLICT,
              "message-not-correlated",
              "Not exactly one execution waits for this message: check its name, business key and correlation."),
          means(
              NotFoundException.class,
              ProblemKind.NOT_FOUND,
              "not-found",
              "There is no such thing."),
          means(
              DeploymentResourceNotFoundException.class,
              ProblemKind.NOT_FOUND,
              "not-found",
              "There is no such thing."),
          means(
              DecisionDefinitionNotFoundException.class,
              ProblemKind.NOT_FOUND,
              "not-found",
              "There is no such decision."),
          means(
              AuthorizationException.class,
              ProblemKind.NOT_FOUND,
              "not-found",
              "There is no such thing."),
          means(ParseException.class, ProblemKind.UNACCEPTABLE, "invalid-model", null),
          means(BpmnParseException.class, ProblemKind.UNACCEPTABLE, "invalid-model", null),
          means(SAXException.class, ProblemKind.UNACCEPTABLE, "invalid-model", null),
          means(ScriptEngineException.class, ProblemKind.UNACCEPTABLE, "expression-failed", null),
          means(ELException.class, ProblemKind.UNACCEPTABLE, "expression-failed", null),
          means(FeelException.class, ProblemKind.UNACCEPTABLE, "expression-failed", null),
          means(DmnEngineException.class, ProblemKind.UNACCEPTABLE, "decision-failed", null),
          means(NullValueException.class, ProblemKind.UNACCEPTABLE, "refused-by-engine", null),
          means(NotValidException.class, ProblemKind.UNACCEPTABLE, "refused-by-engine", null),
          means(
              BadUserRequestException.class, ProblemKind.UNACCEPTABLE, "refused-by-engine", null));

  /** Plain exceptions of the engine, by the area in their message's number. */
  private static final Map<String, String> AREAS =
      Map.of("02", "model-failed", "09", "invalid-model", "17", "refused-by-engine");

  private static final Pattern NUMBERED =
      Pattern.compile("ENGINE-(\\d\\d)\\d{3} (.*)", Pattern.DOTALL);

  /** SQLSTATE of text that does not fit its column, or that the database's encoding lacks. */
  private static final Map<String, String> STATES =
      Map.of(
          "22001", "A text is longer than what can be stored.",
          "22021", "A text has a character that cannot be stored (U+0000).");

  /** SQLSTATE of a transaction that the database ended to let another one go on. */
  private static final Set<String> VICTIMS = Set.of("40001", "40P01", "HYT00");

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

  private static @Nullable Problem known(Throwable cause) {
    for (Meaning meaning : TABLE) {
      if (meaning.type.isInstance(cause)) {
        String detail = meaning.detail == null ? message(cause) : meaning.detail;
        return new EngineRefusal(meaning.kind, meaning.code, detail);
      }
    }
    if (cause instanceof SQLException sql && VICTIMS.contains(String.valueOf(sql.getSQLState()))) {
      return new EngineRefusal(
          ProblemKind.CONFLICT,
          "concurrent-change",
          "Somebody else is changing the same thing. Read it again and repeat.");
    }
    if (cause instanceof SQLException sql
        && STATES.containsKey(String.valueOf(sql.getSQLState()))) {
      return new EngineRefusal(
          ProblemKind.UNACCEPTABLE, "text-not-storable", STATES.get(sql.getSQLState()));
    }
    return cause.getClass() == ProcessEngineException.class ? numbered(message(cause)) : null;
  }

  private static @Nullable Problem numbered(String message) {
    Matcher matcher = NUMBERED.matcher(message);
    String code = matcher.matches() ? AREAS.get(matcher.group(1)) : null;
    return code == null
        ? null
        : new EngineRefusal(ProblemKind.UNACCEPTABLE, code, matcher.group(2));
  }

  private static String message(Throwable cause) {
    return String.valueOf(cause.getMessage());
  }

  private static Meaning means(
      Class<? extends Throwable> type, ProblemKind kind, String code, @Nullable String detail) {
    return new Meaning(type, kind, code, detail);
  }

  private record Meaning(
      Class<? extends Throwable> type, ProblemKind kind, String code, @Nullable String detail) {}
}
