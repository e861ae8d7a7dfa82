package io.flowmaster.events.internal;

import io.flowmaster.identity.Person;
import io.flowmaster.identity.UserDirectory;
import io.flowmaster.platform.Actor;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * In whose name something is delivered. A user of the platform has at most the roles of today, and
 * none who has left the tenant; of others only what they showed when they subscribed is known.
 */
@Component
class SubscriptionActors {
  private final UserDirectory users;

  SubscriptionActors(UserDirectory users) {
    this.users = users;
  }

  boolean isMember(Actor actor) {
    return users.find(actor.tenant(), actor.id()).isPresent();
  }

  Optional<Actor> now(SubscriptionRow row) {
    Actor then = row.actor();
    return row.member()
        ? users.find(then.tenant(), then.id()).map(person -> narrowed(then, person))
        : Optional.of(then);
  }

  private static Actor narrowed(Actor then, Person now) {
    Set<String> roles = new HashSet<>(then.roles());
    roles.retainAll(now.roles());
    return new Actor(then.tenant(), then.id(), now.name(), then.kind(), roles, now.groups());
  }
}
