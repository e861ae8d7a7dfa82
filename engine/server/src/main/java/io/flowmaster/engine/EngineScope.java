package io.flowmaster.engine;

import io.flowmaster.platform.Actor;
import java.util.function.Supplier;

/** For whom the engine works, and how far it looks. */
public interface EngineScope {

  /**
   * Runs a question to the engine for the platform itself: the engine's tenant check, which follows
   * the user of the request, is off meanwhile. The caller sees to it that no tenant's data reach
   * another.
   */
  <T> T acrossTenants(Supplier<T> question);

  /**
   * Runs work outside a request for somebody who asked for it before: it is the current actor of
   * the platform, and the engine shows and changes what belongs to its tenant and notes its name.
   */
  <T> T actingAs(Actor actor, Supplier<T> work);
}
