package io.flowmaster.platform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * A kind of target that subscriptions can deliver events to; an area contributes one as a bean. A
 * subscription names it in its sink: {@code {"message": {…}}} for the kind {@code message}.
 */
public interface EventSink {

  /** The name in a subscription's sink: lower-case letters and hyphens; never changes. */
  String kind();

  /** Who may make such a subscription, of {@link Roles}; one of them suffices. */
  Set<String> roles();

  /**
   * Looks whether somebody can subscribe so, when the subscription is made or changed.
   *
   * @param settings what stands under the kind's name
   * @throws Problem when it is not acceptable
   */
  void check(ObjectNode settings);

  /**
   * Delivers one event, as the one who made the subscription ({@link CurrentActor}) and outside any
   * transaction. It can happen more than once with the same event: who must not act twice remembers
   * the event's source and id. An exception is a failed attempt, to be tried again later; a {@link
   * Problem} of kind {@link ProblemKind#UNACCEPTABLE} is final, and the event becomes a dead letter
   * at once.
   */
  void deliver(ObjectNode settings, BusEvent event);
}
