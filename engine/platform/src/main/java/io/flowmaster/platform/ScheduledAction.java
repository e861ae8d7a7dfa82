package io.flowmaster.platform;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.Problem.FieldError;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A kind of work that a schedule can do; an area or a module offers each as a bean.
 *
 * <p>It runs outside any request, on whichever node is free, with the schedule's actor as the
 * current actor: an area's own checks of tenant and rights hold as in a request. A {@link Problem}
 * that it throws is noted as the run's failure with its code and sentence; of any other exception
 * only that something went wrong. A failed run is not repeated: the schedule's next run is.
 */
public interface ScheduledAction {

  /**
   * Its name, stable since it is stored: lower-case words with hyphens, as {@code start-process}.
   */
  String type();

  /** What it does, as one sentence for who chooses it. */
  String description();

  /** Roles one of which the actor needs, when the schedule is made and still when it runs. */
  Set<String> roles();

  /**
   * Judges a configuration before it is stored; called as the current actor, in a request.
   *
   * @param configuration a JSON object: what the schedule says of the action, without its type
   * @return the faults, with pointers into the configuration ({@code /processKey}); empty when it
   *     can be run
   */
  List<FieldError> check(JsonNode configuration);

  /**
   * Does it.
   *
   * @param configuration as it was checked
   */
  Outcome run(JsonNode configuration, Run run);

  /**
   * Whether its effect is in the database alone. Then it runs in the transaction that notes the run
   * as done, so that it happens exactly once whatever dies meanwhile. Otherwise it runs without a
   * transaction, and again, with the same {@link Run#id()}, when its node dies in the middle.
   */
  default boolean isTransactional() {
    return true;
  }

  /**
   * Whether what an earlier run began is still under way, for actions that only begin something;
   * the schedule's overlap policy asks.
   *
   * @param subject as the {@link Outcome} of that run named it
   */
  default boolean isUnderWay(String subject) {
    return false;
  }

  /**
   * One run of a schedule.
   *
   * @param id names the run; the same when it is tried again, so it can be a key for what must
   *     happen once
   * @param schedule the schedule's id
   * @param scheduledAt the time that the schedule meant, which is before now when it runs late
   * @param actor for whom it runs, with the rights of now
   */
  record Run(String id, String schedule, Instant scheduledAt, Actor actor) {}

  /**
   * What came of a run.
   *
   * @param message one short sentence for the run's history; longer ones are cut at 500 characters
   * @param subject what it made or began, as {@code kind/id}; null when nothing can be named
   */
  record Outcome(String message, @Nullable String subject) {

    /** Nothing can be named. */
    public static Outcome of(String message) {
      return new Outcome(message, null);
    }
  }
}
