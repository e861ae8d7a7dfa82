package io.flowmaster.bulk;

import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import org.jspecify.annotations.Nullable;

/**
 * Bulk jobs of the current tenant. Administrators, managers and developers see all of them,
 * everybody else their own; a job that may not be seen is {@link BulkJobNotFound}.
 */
public interface BulkJobs {

  /**
   * Settles which items the job is for and has them worked off in the background, on whichever node
   * is free. Joins the caller's transaction: nothing begins before it commits.
   *
   * @throws BulkNotAllowed when the actor has none of the action's roles
   * @throws TooManyItems when it is for more items than a job may have
   * @throws TooManyBulkJobs when too many of the tenant's jobs are under way
   */
  BulkJob create(NewBulkJob job);

  BulkJob get(BulkJobId id);

  /**
   * The newest first.
   *
   * @param status null for all
   */
  Page<BulkJob> list(BulkJob.@Nullable Status status, PageQuery page);

  /**
   * What became of the items, by item id.
   *
   * @param status null for all
   */
  Page<BulkItem> items(BulkJobId id, BulkItem.@Nullable Status status, PageQuery page);

  /**
   * Leaves alone what was not done yet. Cancelling a cancelled job changes nothing.
   *
   * @throws BulkJobEnded when everything had its turn already
   */
  BulkJob cancel(BulkJobId id);

  /**
   * Takes back what the job did, as a job of its own: items that failed or needed nothing are left
   * alone.
   *
   * @throws BulkNotUndoable while it runs, when it was undone before, or when its action cannot be
   */
  BulkJob undo(BulkJobId id);
}
