package io.flowmaster.executions;

import io.flowmaster.bulk.BulkJob;
import io.flowmaster.bulk.BulkSelection;

/** Does one thing to many executions of the current tenant, as a tracked job. */
public interface ExecutionBulk {

  /**
   * Settles which executions are meant and begins in the background. A filter finds only those that
   * have not ended.
   *
   * @throws io.flowmaster.bulk.TooManyItems when more are meant than a job may have
   */
  BulkJob begin(NewExecutionBulk bulk);

  /** The executions that match now and have not ended, to plug other actions on them. */
  BulkSelection select(ExecutionSearch filter);
}
