package io.flowmaster.events.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.events.EventSubscription;
import io.flowmaster.events.EventSubscription.Status;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.Revision;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as it is stored.
 *
 * @param sink the settings of its kind
 * @param secret encrypted
 * @param position the place in the log up to which it was looked for deliveries
 * @param actor who made it, with the rights of that moment
 * @param member whether the actor was a user of the tenant then
 */
record SubscriptionRow(
    String id,
    String name,
    List<String> types,
    @Nullable String filter,
    String kind,
    ObjectNode sink,
    @Nullable String secret,
    Status status,
    @Nullable String reason,
    long position,
    long missed,
    int failures,
    long revision,
    Actor actor,
    boolean member,
    Instant createdAt) {

  String tenant() {
    return actor.tenant().value();
  }

  EventSubscription view(long waiting, long dead, ObjectNode shown) {
    return new EventSubscription(
        id,
        name,
        types,
        filter,
        shown,
        secret != null,
        status,
        reason,
        waiting,
        dead,
        missed,
        failures,
        actor.id().value(),
        createdAt,
        new Revision(revision));
  }
}
