package io.flowmaster.platform.internal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.flowmaster.platform.Problem;
import io.flowmaster.platform.Problem.FieldError;
import io.flowmaster.platform.ProblemKind;
import io.flowmaster.platform.ProblemTranslator;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.DisconnectedClientHelper;

/** The one place where an exception becomes an answer (RFC 9457). */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice extends ResponseEntityExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
  private final List<ProblemTranslator> translators;

  ProblemAdvice(List<ProblemTranslator> translators) {
    this.translators = translators;
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> problem(Problem problem, HttpServletRequest request) {
    ProblemDetail body = Problems.of(problem, request.getRequestURI());
    return answer(body);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> denied(AccessDeniedException denied, HttpServletRequest request) {
    return answer(
        Problems.of(403, "forbidden", "Your roles do not allow this.", request.getRequestURI()));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> violation(
      ConstraintViolationException e, HttpServletRequest request) {
    List<FieldError> errors =
        e.getConstraintViolations().stream()
            .map(
                v ->
                    new FieldError(
                        Pointers.fromPath(v.getPropertyPath().toString()), v.getMessage()))
            .toList();
    return answer(invalid(errors, request.getRequestURI()));
  }

  /** A unique key that no area foresaw to be taken was taken at the same moment. */
  @ExceptionHandler({PessimisticLockingFailureException.class, DuplicateKeyException.class})
  ResponseEntity<ProblemDetail> raced(DataAccessException e, HttpServletRequest request) {
    return answer(
        Problems.of(
            409,
            "concurrent-change",
            "Somebody else is changing the same thing. Read it again and repeat.",
            request.getRequestURI()));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> strangeText(
      RequestRejectedException e, HttpServletRequest request) {
    return answer(
        Problems.of(
            400,
            "malformed-request",
            "A header or parameter has characters that are not allowed there.",
            request.getRequestURI()));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> notMultipart(MultipartException e, HttpServletRequest request) {
    return answer(
        Problems.of(
            400,
            "malformed-upload",
            "The body is not well-formed multipart/form-data.",
            request.getRequestURI()));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> mistyped(
      MethodArgumentTypeMismatchException e, HttpServletRequest request) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof Problem known) {
        return problem(known, request);
      }
    }
    Class<?> type = e.getRequiredType();
    String detail = "The parameter " + e.getName() + " is not a valid " + name(type) + ".";
    return answer(Problems.of(400, "wrong-type", detail, request.getRequestURI()));
  }

  /** Nobody reads the answer to a request that its caller broke off. */
  @ExceptionHandler
  @Nullable ResponseEntity<ProblemDetail> unexpected(Exception e, HttpServletRequest request) {
    if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
      LOG.debug("the caller went away", e);
      return null;
    }
    for (ProblemTranslator translator : translators) {
      Optional<Problem> known = translator.translate(e);
      if (known.isPresent()) {
        return problem(known.get(), request);
      }
    }
    String traceId = RequestId.of(request);
    LOG.error("unexpected failure, trace {}", traceId, e);
    ProblemDetail body =
        Problems.of(
            500,
            "internal",
            "Something went wrong on our side. Tell an administrator the trace id " + traceId + ".",
            request.getRequestURI());
    body.setProperty("traceId", traceId);
    return answer(body);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    List<FieldError> errors =
        Stream.concat(
                e.getFieldErrors().stream()
                    .map(
                        f ->
                            new FieldError(
                                Pointers.fromPath(f.getField()), message(f.getDefaultMessage()))),
                e.getGlobalErrors().stream()
                    .map(g -> new FieldError("", message(g.getDefaultMessage()))))
            .toList();
    return object(invalid(errors, uri(request)));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
      HandlerMethodValidationException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    List<FieldError> errors =
        e.getParameterValidationResults().stream()
            .flatMap(
                r ->
                    r.getResolvableErrors().stream()
                        .map(
                            m ->
                                new FieldError(
                                    "/" + r.getMethodParameter().getParameterName(),
                                    message(m.getDefaultMessage()))))
            .toList();
    return object(invalid(errors, uri(request)));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof Problem known) {
        return object(Problems.of(known, uri(request)));
      }
      if (cause instanceof JsonMappingException mapping
          && !(mapping.getCause() instanceof JsonParseException)) {
        return object(mismatch(mapping, uri(request)));
      }
    }
    String detail =
        e.getCause() instanceof JacksonException
            ? "The body is not well-formed JSON."
            : "The body cannot be read.";
    return object(Problems.of(400, "malformed-json", detail, uri(request)));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMaxUploadSizeExceededException(
      MaxUploadSizeExceededException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return object(
        Problems.of(413, "too-large", "The upload is larger than allowed.", uri(request)));
  }

  @Override
  protected ResponseEntity<Object> handleExceptionInternal(
      Exception e,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    ProblemDetail problem =
        Problems.of(status.value(), Problems.codeOf(status.value()), detail(e, body), uri(request));
    return ResponseEntity.status(status).headers(headers).body(problem);
  }

  private static String detail(Exception e, @Nullable Object body) {
    if (e instanceof NoResourceFoundException) {
      return "There is nothing at this address. What there is stands at /swagger-ui.";
    }
    ProblemDetail known = null;
    if (body instanceof ProblemDetail given) {
      known = given;
    } else if (e instanceof ErrorResponse response) {
      known = response.getBody();
    }
    return known == null || known.getDetail() == null
        ? "The request is not what is expected here."
        : known.getDetail();
  }

  private static ProblemDetail mismatch(JsonMappingException e, String uri) {
    String pointer = Pointers.fromJackson(e.getPath());
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof Problem known) {
        ProblemDetail body = Problems.of(known, uri);
        body.setProperty("errors", List.of(new FieldError(pointer, known.getMessage())));
        return body;
      }
    }
    ProblemDetail body =
        Problems.of(
            400, "wrong-type", "A member of the body is unknown or has the wrong type.", uri);
    body.setProperty("errors", List.of(new FieldError(pointer, JsonMismatch.sentence(e))));
    return body;
  }

  private static ProblemDetail invalid(List<FieldError> errors, String uri) {
    ProblemDetail body =
        Problems.of(
            422, "invalid-input", "The input has " + errors.size() + " fault(s); see errors.", uri);
    body.setProperty("errors", errors);
    return body;
  }

  private static ResponseEntity<ProblemDetail> answer(ProblemDetail body) {
    ResponseEntity.BodyBuilder builder = ResponseEntity.status(body.getStatus());
    Map<String, Object> properties = body.getProperties();
    if (properties != null && properties.get("retryAfter") instanceof Number seconds) {
      builder.header(HttpHeaders.RETRY_AFTER, String.valueOf(seconds.longValue()));
    }
    if (body.getStatus() == ProblemKind.UNAUTHENTICATED.status()) {
      builder.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    if (body.getStatus() == ProblemKind.UNAVAILABLE.status()) {
      builder.header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
    return builder.body(body);
  }

  private static ResponseEntity<Object> object(ProblemDetail body) {
    return ResponseEntity.status(body.getStatus()).body(body);
  }

  private static String uri(WebRequest request) {
    return ((ServletWebRequest) request).getRequest().getRequestURI();
  }

  private static String message(@Nullable String text) {
    return text == null ? "is not valid" : text;
  }

  private static String name(@Nullable Class<?> type) {
    return type == null ? "value" : type.getSimpleName().toLowerCase(java.util.Locale.ROOT);
  }
}
