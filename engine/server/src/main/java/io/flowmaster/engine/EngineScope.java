package io.flowmaster.engine;

import java.util.function.Supplier;

/** How far the engine looks. */
public interface EngineScope {

  /**
   * Runs a question to the engine for the platform itself: the engine's tenant check, which follows
   * the user of the request, is off meanwhile. The caller sees to it that no tenant's data reach
   * another.
   */
  <T> T acrossTenants(Supplier<T> question);
}
