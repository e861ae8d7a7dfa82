package io.flowmaster.worker.transport;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Camunda's external-task protocol. Called by many threads at the same time.
 *
 * <p>Every call fails with a {@link TransportException}, which says what that means for the task.
 */
public interface WorkerTransport {

  /**
   * Locks tasks for this worker.
   *
   * @return at most {@link FetchRequest#maxTasks()} tasks; empty when there were none for as long
   *     as {@link FetchRequest#asyncResponseTimeout()}, or earlier
   */
  List<LockedTask> fetch(FetchRequest request);

  /** The task is done. */
  void complete(LockedTask task, Map<String, WireValue> variables, Map<String, WireValue> local);

  /** The execution goes on at the error event of that code. */
  void bpmnError(
      LockedTask task, String code, @Nullable String message, Map<String, WireValue> variables);

  /**
   * The task failed.
   *
   * @param retries how often it is tried again; 0 makes an incident
   * @param pause until the next try
   */
  void failure(
      LockedTask task,
      String message,
      @Nullable String details,
      int retries,
      Duration pause,
      Map<String, WireValue> variables,
      Map<String, WireValue> local);

  /** From now on the task is locked for this long. */
  void extendLock(LockedTask task, Duration duration);

  /** Locks a task that is not ours, or not any more. */
  void lock(LockedTask task, Duration duration);

  /** Gives the task back: any worker may take it at once. */
  void unlock(LockedTask task);

  /** Sets variables of the execution before the task is done. */
  void setVariables(String execution, Map<String, WireValue> variables);

  /** Content of a file variable. */
  byte[] content(LockedTask task, String variable);

  /**
   * Tells the platform who works here; a sign of life.
   *
   * @return false when this platform keeps no list of workers, or not of this one
   */
  default boolean announce(Announcement announcement) {
    return false;
  }
}
