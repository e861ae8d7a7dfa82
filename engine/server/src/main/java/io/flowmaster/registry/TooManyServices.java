package io.flowmaster.registry;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** A tenant may not register more. */
public final class TooManyServices extends Problem {
  public TooManyServices(int most) {
    super(
        ProblemKind.CONFLICT,
        "too-many-services",
        "A tenant can have " + most + " instances and workers of each kind. Remove some first.");
  }
}
