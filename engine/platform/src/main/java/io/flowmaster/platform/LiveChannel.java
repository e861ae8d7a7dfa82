package io.flowmaster.platform;

import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A kind of channel on which browsers and other clients hear at once what happens; an area
 * contributes one as a bean. A client names it by its kind, or by kind and id: {@code tasks},
 * {@code executions/4711}.
 */
public interface LiveChannel {

  /** The first part of the channels' names: lower-case letters and hyphens. */
  String kind();

  /**
   * Whether the current actor may listen now; asked when it begins, and again whenever its token is
   * renewed.
   *
   * @param id null for the channel without one
   */
  boolean isOpen(@Nullable String id);

  /** Whether the event belongs on the channel, whoever listens. */
  boolean carries(@Nullable String id, BusEvent event);

  /**
   * Whether an actor may see an event that the channel carries. It is asked once for each event, so
   * that what is looked up for it is looked up once; the answer is then asked as each listener
   * ({@link CurrentActor}).
   */
  default BooleanSupplier audience(BusEvent event) {
    return () -> true;
  }

  /** Kinds of what a listener may say on it, beside listening; empty for none. */
  default Set<String> says() {
    return Set.of();
  }

  /**
   * The current actor, who may listen, says something.
   *
   * @param kind one of {@link #says()}
   * @throws Problem when it is not acceptable
   */
  default void say(@Nullable String id, String kind, String text) {
    throw new InvalidValue("type", "Nothing can be said here.");
  }
}
