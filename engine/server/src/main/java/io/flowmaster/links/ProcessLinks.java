package io.flowmaster.links;

import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.processes.ProcessId;
import org.jspecify.annotations.Nullable;

/** The links of processes, in the current actor's tenant. */
public interface ProcessLinks {

  /**
   * What a process is linked with, in the order of its model.
   *
   * @param version a published version; null for the draft, or for the latest version when the
   *     actor does not design
   * @throws io.flowmaster.processes.ProcessNotFound when it is not there, not published, or another
   *     tenant's
   */
  Page<Link> of(ProcessId process, @Nullable Integer version, PageQuery page);
}
