package io.flowmaster.processes;

import java.util.List;

/** What was published of the processes of the current actor's tenant. */
public interface ProcessVersions {

  /**
   * Versions below a number, the newest first.
   *
   * @param below {@link Integer#MAX_VALUE} for all
   * @param limit how many at most
   * @throws ProcessNotFound when the process is not there or another tenant's
   */
  List<ProcessVersion> below(ProcessId id, int below, int limit);

  /** How many there are. */
  long count(ProcessId id);

  /**
   * One version.
   *
   * @throws ProcessNotFound when there is none of this number
   */
  ProcessVersion get(ProcessId id, int version);

  /**
   * Makes the files of an old version the draft and publishes them as a new version, in one
   * transaction. When the latest version holds the same already, only the draft is replaced.
   *
   * @throws UnsoundModel when they cannot be published any more
   */
  RolledBack rollback(ProcessId id, int version, Publication publication);

  /**
   * What a rollback did.
   *
   * @param isNew false when the latest version held the same already
   * @param discardedChanges whether the draft had changes that were never published, lost now
   */
  record RolledBack(ProcessVersion version, boolean isNew, boolean discardedChanges) {}
}
