package io.flowmaster.engine;

import java.util.List;

/**
 * Says which work is not to be handed out. Asked for each new job and external task, so it answers
 * from memory.
 */
public interface HeldWork {

  /** The rules of all tenants. */
  List<WorkRule> rules();
}
