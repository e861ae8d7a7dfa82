package io.flowmaster.bulk.internal;

import io.flowmaster.bulk.BulkAction;
import io.flowmaster.identity.Person;
import io.flowmaster.identity.UserDirectory;
import io.flowmaster.platform.Actor;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Whether who asked for a job may still have it done. A user of the platform has at most the roles
 * of today; somebody who has left the tenant may do nothing any more. Of others, as of machine
 * clients, only what they showed when they asked is known.
 */
@Component
class BulkActors {
  private final UserDirectory users;

  BulkActors(UserDirectory users) {
    this.users = users;
  }

  boolean isMember(Actor actor) {
    return users.find(actor.tenant(), actor.id()).isPresent();
  }

  static boolean allows(BulkAction action, Actor actor) {
    return action.roles().stream().anyMatch(actor::has);
  }

  /** The actor with the rights of now; empty when they no longer suffice. */
  Optional<Actor> now(JobRow job, BulkAction action) {
    Optional<Actor> actor =
        job.member()
            ? users.find(job.actor().tenant(), job.actor().id()).map(p -> narrowed(job.actor(), p))
            : Optional.of(job.actor());
    return actor.filter(a -> allows(action, a));
  }

  private static Actor narrowed(Actor then, Person now) {
    Set<String> roles = new HashSet<>(then.roles());
    roles.retainAll(now.roles());
    return new Actor(
        then.tenant(), then.id(), now.name(), then.kind(), roles, now.groups(), then.onBehalfOf());
  }
}
