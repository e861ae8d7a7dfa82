package io.flowmaster.executions;

import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;

/** What happened in an execution and in the processes it called, and who did it. */
public interface ExecutionHistory {

  /**
   * The events, oldest first, in an order that never changes. Events of the same millisecond are
   * ordered as the engine came by the activities.
   *
   * @throws ExecutionNotFound when the actor may not see it
   */
  Page<HistoryEvent> of(ExecutionId id, PageQuery page);
}
