package io.flowmaster.bulk;

import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;

/** Every item of the job had its turn. */
public final class BulkJobEnded extends Problem {
  public BulkJobEnded() {
    super(
        ProblemKind.CONFLICT,
        "bulk-job-ended",
        "The job has finished; there is nothing left to cancel. Undo it if you want its effects taken back.");
  }
}
