package io.flowmaster.platform;

import java.util.Optional;
import java.util.function.Supplier;

/** Who acts right now, on this thread. */
public interface CurrentActor {

  /**
   * The actor of this request.
   *
   * @throws IllegalStateException outside a request (a programming error)
   */
  Actor get();

  /** The actor, or empty when no person or client caused what runs now (a timer, a job). */
  Optional<Actor> find();

  /** Runs work as the given actor, and restores the former one afterwards. */
  <T> T as(Actor actor, Supplier<T> work);

  /** The tenant of this request. */
  default TenantId tenant() {
    return get().tenant();
  }
}
