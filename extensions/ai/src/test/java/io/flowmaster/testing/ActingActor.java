package io.flowmaster.testing;

import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who acts, on the one thread of a test. */
public final class ActingActor implements CurrentActor {
  private @Nullable Actor now;

  /** At first nobody. */
  public ActingActor() {}

  public ActingActor(Actor first) {
    this.now = first;
  }

  @Override
  public Actor get() {
    return find().orElseThrow();
  }

  @Override
  public Optional<Actor> find() {
    return Optional.ofNullable(now);
  }

  @Override
  public <T> T as(Actor actor, Supplier<T> work) {
    Actor former = now;
    now = actor;
    try {
      return work.get();
    } finally {
      now = former;
    }
  }
}
