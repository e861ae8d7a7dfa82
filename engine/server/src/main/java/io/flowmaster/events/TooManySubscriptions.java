package io.flowmaster.events;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** A tenant has as many subscriptions as it may. */
public final class TooManySubscriptions extends Problem {
  public TooManySubscriptions(int most) {
    super(
        ProblemKind.CONFLICT,
        "too-many-subscriptions",
        "A tenant has at most " + most + " subscriptions. Delete one.");
  }
}
