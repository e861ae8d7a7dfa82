package io.flowmaster.bulk;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** There is no such bulk job, or it is not for the actor's eyes. */
public final class BulkJobNotFound extends Problem {
  public BulkJobNotFound() {
    super(ProblemKind.NOT_FOUND, "bulk-job-not-found", "There is no such bulk job.");
  }
}
