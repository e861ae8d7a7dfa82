package io.flowmaster.events;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** There is no such dead record. */
public final class DeadRecordNotFound extends Problem {
  public DeadRecordNotFound() {
    super(ProblemKind.NOT_FOUND, "dead-record-not-found", "There is no such dead record.");
  }
}
