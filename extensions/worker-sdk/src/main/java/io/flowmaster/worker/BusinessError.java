package io.flowmaster.worker;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An outcome that the process knows: the execution continues at the BPMN error event of this code.
 * It is not retried. Where no event catches it, the execution ends at this point.
 */
public final class BusinessError extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;
  private final transient Object variables;

  /**
   * An error without variables.
   *
   * @param code the {@code errorCode} of the BPMN error
   * @param message what happened, for people who read the history
   */
  public BusinessError(String code, String message) {
    this(code, message, Map.of());
  }

  /**
   * An error that also sets variables.
   *
   * @param variables a record or a map; each member becomes a variable
   */
  public BusinessError(String code, String message, Object variables) {
    super(message);
    this.code = Objects.requireNonNull(code);
    this.variables = Objects.requireNonNull(variables);
  }

  /** The {@code errorCode} of the BPMN error. */
  public String code() {
    return code;
  }

  /** A record or a map whose members become variables; null only after Java deserialization. */
  public @Nullable Object variables() {
    return variables;
  }
}
