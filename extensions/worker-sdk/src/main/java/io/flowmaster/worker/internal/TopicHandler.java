package io.flowmaster.worker.internal;

import io.flowmaster.worker.transport.LockedTask;
import io.flowmaster.worker.transport.TopicRequest;
import io.flowmaster.worker.transport.WireValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What works a topic: a method that carries {@code @Worker}, or Camunda's own handler. */
interface TopicHandler {

  /** Where its tasks come from; the time of the locks is set by the loop, unless it is not 0. */
  TopicRequest subscription();

  /** How many at the same time; 0 for the usual number. */
  default int concurrency() {
    return 0;
  }

  /** How often a failed task is tried again; -1 for the usual number. */
  default int retries() {
    return -1;
  }

  /** Whether no retry can help. */
  default boolean isFatal(Throwable failure) {
    return false;
  }

  /** Codes of the business errors that it says it throws. */
  default List<String> errors() {
    return List.of();
  }

  /**
   * Works a task.
   *
   * @return variables of the completed task; null when the handler sent its answer itself
   * @throws Exception what the method threw
   */
  @Nullable Map<String, WireValue> work(LockedTask task, TaskAccess access) throws Exception;
}
