package io.flowmaster.executions;

import io.flowmaster.bulk.BulkJob;

/** Takes running executions of the current tenant to another version of their process. */
public interface ExecutionMigration {

  /**
   * Says what a migration would do, and tries it out on up to a hundred executions.
   *
   * @throws MigrationRefused when the mapping does not fit the models
   * @throws io.flowmaster.processes.ProcessNotFound when there is no such published version
   */
  MigrationPreview preview(NewMigration migration);

  /** Migrates as a bulk job; refuses the same as a preview. */
  BulkJob begin(NewMigration migration);
}
