package io.flowmaster.schedules.internal;

import io.flowmaster.identity.Person;
import io.flowmaster.identity.UserDirectory;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.ScheduledAction;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Whether who saved a schedule may still have it run. A user of the platform has at most the roles
 * of today; somebody who has left the tenant may do nothing any more. Of others, as of machine
 * clients, only what they showed then is known.
 */
@Component
class ScheduleActors {
  private final UserDirectory users;

  ScheduleActors(UserDirectory users) {
    this.users = users;
  }

  /** The one who asks now; not on behalf of anybody. */
  ScheduleRow.Owner of(Actor actor) {
    return new ScheduleRow.Owner(
        actor.onBehalfOf(null), users.find(actor.tenant(), actor.id()).isPresent());
  }

  /** The actor with the rights of now; empty when they do not suffice for the action. */
  Optional<Actor> now(ScheduleRow.Owner owner, ScheduledAction action) {
    Actor then = owner.actor();
    Optional<Actor> now =
        owner.member()
            ? users.find(then.tenant(), then.id()).map(person -> narrowed(then, person))
            : Optional.of(then);
    return now.filter(actor -> OfferedActions.allows(action, actor));
  }

  private static Actor narrowed(Actor then, Person now) {
    Set<String> roles = new HashSet<>(then.roles());
    roles.retainAll(now.roles());
    return new Actor(then.tenant(), then.id(), now.name(), then.kind(), roles, now.groups());
  }
}
