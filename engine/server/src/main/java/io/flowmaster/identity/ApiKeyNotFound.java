package io.flowmaster.identity;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** There is no such API key, or none that the caller may see. */
public final class ApiKeyNotFound extends Problem {
  public ApiKeyNotFound() {
    super(ProblemKind.NOT_FOUND, "api-key-not-found", "There is no such API key.");
  }
}
