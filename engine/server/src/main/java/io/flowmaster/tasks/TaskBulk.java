package io.flowmaster.tasks;

import io.flowmaster.bulk.BulkJob;

/** Does one thing to many tasks of the inbox, as a tracked job. */
public interface TaskBulk {

  /**
   * Settles which tasks are meant and begins in the background; each is done with the current
   * user's rights, as if done alone.
   *
   * @throws io.flowmaster.bulk.TooManyItems when more are meant than a job may have
   */
  BulkJob begin(NewTaskBulk bulk);
}
