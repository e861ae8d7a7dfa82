package io.flowmaster.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;

/**
 * Takes part in the life of user tasks of processes that declare something to the platform (a
 * property whose name begins with {@code flowmaster:}), whatever door it goes through: API, engine
 * REST, listener, timer. Called inside the engine's command, before anything of it is stored; a
 * {@link io.flowmaster.platform.Problem} refuses it.
 */
public interface TaskLifecycle {

  /** The task was made; what is set on it now is stored with it. */
  void created(DelegateTask task);

  /** The task has another assignee, who may be null; also right after it was made with one. */
  void assigned(DelegateTask task);

  /** The task is about to be completed. */
  void completing(DelegateTask task);
}
