package io.flowmaster.engine;

import java.util.Map;
import java.util.Set;

/**
 * Hears of every user task that changed, whoever changed it. Called once per transaction, right
 * before it commits and inside it, when the engine has flushed: what the engine's services answer
 * then is what will be committed.
 */
public interface TaskChanges {

  /**
   * @param touched ids of tasks that were created or changed, and that may have ended since
   * @param completed ids of tasks that ended by completion in this transaction
   * @param deleted ids of tasks that ended otherwise: cancelled, interrupted, deleted
   * @param stored what is known of some of them without asking the engine, by their ids
   */
  void tasksChanged(
      Set<String> touched,
      Set<String> completed,
      Set<String> deleted,
      Map<String, StoredTask> stored);
}
