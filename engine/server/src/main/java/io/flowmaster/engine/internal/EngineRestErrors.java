package io.flowmaster.engine.internal;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemDocuments;
import io.flowmaster.platform.ProblemKind;
import io.flowmaster.platform.ProblemTranslator;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.util.EnsureUtil;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Answers of the engine's REST when something went wrong: what this platform refuses is a problem
 * document; what the engine refuses has the engine's own shape, which its clients read. A caller's
 * fault is never a 5xx, and a fault of ours tells nothing of the inside.
 */
class EngineRestErrors implements ExceptionMapper<Throwable> {
  private static final Logger LOG = LoggerFactory.getLogger(EngineRestErrors.class);
  private static final int FAULT = 500;

  /**
   * How near to the fault the engine's check of arguments stands: it makes exceptions by
   * reflection.
   */
  private static final int ENSURING = 10;

  /** Classes that the engine's REST names in a message. */
  private static final Pattern CLASS =
      Pattern.compile(
          "\\b(?:[a-z][\\w$]*\\.){2,}[A-Z][\\w$]*(?:Exception|Error): | to java type [\\w.$]+");

  private final ProblemDocuments documents;
  private final ProblemTranslator translator;
  private final ObjectMapper json;

  EngineRestErrors(ProblemDocuments documents, ProblemTranslator translator, ObjectMapper json) {
    this.documents = documents;
    this.translator = translator;
    this.json = json;
  }

  @Override
  public Response toResponse(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof Problem problem) {
        return document(problem);
      }
    }
    int status = status(thrown);
    Optional<Problem> known = translator.translate(thrown);
    if (known.isPresent() && (status >= FAULT || known.get().kind() == ProblemKind.NOT_FOUND)) {
      String detail = String.valueOf(known.get().getMessage());
      return engine(
          known.get().kind().status(),
          Map.of("type", thrown.getClass().getSimpleName(), "message", detail, "code", 0));
    }
    if (thrown instanceof JsonProcessingException unread) {
      return engine(
          status, Map.of("type", "InvalidRequestException", "message", unread(unread), "code", 0));
    }
    if (status < FAULT) {
      ExceptionDto told = ExceptionHandlerHelper.getInstance().fromException(thrown);
      told.setMessage(CLASS.matcher(String.valueOf(told.getMessage())).replaceAll(""));
      return engine(status, told);
    }
    if (isOfAnArgument(thrown)) {
      return engine(
          Response.Status.BAD_REQUEST.getStatusCode(),
          Map.of("type", "InvalidRequestException", "message", thrown.getMessage(), "code", 0));
    }
    if (isOfTheBody(thrown)) {
      return engine(
          Response.Status.BAD_REQUEST.getStatusCode(),
          Map.of(
              "type",
              "InvalidRequestException",
              "message",
              "A member of the body is null or of a kind that is not expected there.",
              "code",
              0));
    }
    LOG.error("unexpected failure of the engine's REST", thrown);
    return engine(
        FAULT,
        Map.of(
            "type",
            "InternalServerError",
            "message",
            "Something went wrong on our side.",
            "code",
            0));
  }

  /** Some commands say no more than that something is wrong when an argument is out of bounds. */
  private static boolean isOfAnArgument(Throwable thrown) {
    return thrown.getClass() == ProcessEngineException.class
        && thrown.getMessage() != null
        && Arrays.stream(thrown.getStackTrace())
            .limit(ENSURING)
            .anyMatch(frame -> frame.getClassName().equals(EnsureUtil.class.getName()));
  }

  /** The engine's REST maps bodies without looking for nulls in lists and maps. */
  private static boolean isOfTheBody(Throwable thrown) {
    StackTraceElement[] trace = thrown.getStackTrace();
    return (thrown instanceof NullPointerException || thrown instanceof ClassCastException)
        && trace.length > 0
        && trace[0].getClassName().startsWith("org.camunda.bpm.engine.rest.");
  }

  /** Where it is, instead of which of our classes did not fit. */
  private static String unread(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    String place =
        at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    if (!(e instanceof JsonMappingException mapping)) {
      return "The body is not JSON" + place + ".";
    }
    String member =
        mapping.getPath().stream()
            .map(part -> part.getFieldName() == null ? "" + part.getIndex() : part.getFieldName())
            .collect(Collectors.joining("/", "/", ""));
    return "The member " + member + " is not of the type that is expected there" + place + ".";
  }

  private static int status(Throwable thrown) {
    if (thrown instanceof WebApplicationException web) {
      return web.getResponse().getStatus();
    }
    return thrown instanceof JsonProcessingException
        ? Response.Status.BAD_REQUEST.getStatusCode()
        : ExceptionHandlerHelper.getInstance().getStatus(thrown).getStatusCode();
  }

  private Response document(Problem problem) {
    try {
      return Response.status(problem.kind().status())
          .type("application/problem+json")
          .entity(json.writeValueAsString(documents.of(problem, path())))
          .build();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Response engine(int status, Object body) {
    return Response.status(status).type(MediaType.APPLICATION_JSON).entity(body).build();
  }

  private static String path() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes servlet
        ? servlet.getRequest().getRequestURI()
        : "/engine-rest";
  }
}
