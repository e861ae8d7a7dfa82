package io.flowmaster.engine;

import java.time.ZonedDateTime;
import java.util.function.Supplier;
import org.camunda.feel.api.FeelEngineApi;

/** FEEL for whoever evaluates expressions that a designer wrote. */
public interface FeelEngines {

  /**
   * An engine whose evaluations end: each has a budget of time, steps and room, and fails beyond
   * it. It reaches no Java.
   *
   * @param now what {@code now()} and {@code today()} are taken from
   */
  FeelEngineApi bounded(Supplier<ZonedDateTime> now);
}
