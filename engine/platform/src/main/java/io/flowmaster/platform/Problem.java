package io.flowmaster.platform;

import java.util.List;
import java.util.Map;

/**
 * A refusal that the caller can understand and act on; written as RFC 9457 {@code
 * application/problem+json}.
 *
 * <p>Features subclass it with the fact as the name ({@code TaskNotFound}).
 */
public abstract class Problem extends RuntimeException {
  private final ProblemKind kind;
  private final String code;
  private final transient List<FieldError> errors;
  private final transient Map<String, Object> extensions;

  /**
   * One fault of the input.
   *
   * @param pointer JSON pointer (RFC 6901) to the faulty member, {@code ""} for the whole body
   * @param detail a sentence that says what to do
   */
  public record FieldError(String pointer, String detail) {}

  /**
   * @param kind picks the status
   * @param code the last part of {@code urn:flowmaster:problem:<code>}, in kebab-case
   * @param detail a sentence for a person; never holds secrets or internals
   */
  protected Problem(ProblemKind kind, String code, String detail) {
    this(kind, code, detail, List.of(), Map.of());
  }

  protected Problem(ProblemKind kind, String code, String detail, List<FieldError> errors) {
    this(kind, code, detail, errors, Map.of());
  }

  /**
   * @param extensions more members of the problem document (RFC 9457, section 3.2)
   */
  protected Problem(
      ProblemKind kind,
      String code,
      String detail,
      List<FieldError> errors,
      Map<String, Object> extensions) {
    super(detail);
    this.kind = kind;
    this.code = code;
    this.errors = List.copyOf(errors);
    this.extensions = Map.copyOf(extensions);
  }

  public ProblemKind kind() {
    return kind;
  }

  public String code() {
    return code;
  }

  public List<FieldError> errors() {
    return errors;
  }

  public Map<String, Object> extensions() {
    return extensions;
  }
}
