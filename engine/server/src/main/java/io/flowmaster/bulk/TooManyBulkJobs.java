package io.flowmaster.bulk;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** Too many jobs of the tenant are under way. */
public final class TooManyBulkJobs extends Problem {
  public TooManyBulkJobs(int most) {
    super(
        ProblemKind.TOO_MANY,
        "too-many-bulk-jobs",
        "At most "
            + most
            + " bulk jobs are under way at a time. Wait for one to end or cancel one.");
  }
}
