package io.flowmaster.versioning;

import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.processes.ProcessId;
import org.jspecify.annotations.Nullable;

/** The published versions of the processes of the current actor's tenant. */
public interface VersionHistory {

  /**
   * The versions of a process, the newest first.
   *
   * @throws io.flowmaster.processes.ProcessNotFound when it is not there or another tenant's
   */
  Page<VersionView> list(ProcessId process, PageQuery page);

  /**
   * One version with its model.
   *
   * @throws io.flowmaster.processes.ProcessNotFound when there is none of this number
   */
  VersionView get(ProcessId process, int version);

  /**
   * Marks a version as not to be used for new work; it is a hint for people and tools, the version
   * can still be started. A second call changes the reason.
   */
  VersionView deprecate(ProcessId process, int version, @Nullable String reason);

  /** Takes the mark back. */
  VersionView reinstate(ProcessId process, int version);
}
