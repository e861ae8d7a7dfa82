package io.flowmaster.gateway;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** A limit is used up (429). */
public final class TooManyRequests extends Problem {
  /**
   * @param limit whose limit it is, for example {@code user}
   * @param seconds until there is room again
   */
  public TooManyRequests(String limit, long seconds) {
    super(
        ProblemKind.TOO_MANY,
        "too-many-requests",
        "The limit of requests per " + limit + " is used up. Try again in " + seconds + " s.");
  }
}
