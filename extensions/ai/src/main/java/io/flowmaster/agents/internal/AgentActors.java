package io.flowmaster.agents.internal;

import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.PersonRights;
import io.flowmaster.platform.Roles;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Agents as those who act. One that a person asked may do what that person may, and never what only
 * administrators may; one that a process or a program asked has the role agent and nothing else.
 */
@Component
class AgentActors {
  private static final String PREFIX = "agent:";
  private final CurrentActor current;
  private final PersonRights people;

  AgentActors(CurrentActor current, PersonRights people) {
    this.current = current;
    this.people = people;
  }

  /** The agent that works on a run: whoever goes on with it, the rights are those of who asked. */
  Actor of(Run run, String name) {
    String requester = run.source().requester();
    if (!requester.equals(run.source().onBehalfOf())) {
      return of(run.tenant(), run.agent(), name, run.source().onBehalfOf());
    }
    UserId person = new UserId(requester);
    return current
        .find()
        .filter(asks -> asks.kind() == Actor.Kind.PERSON && asks.id().equals(person))
        .filter(asks -> asks.tenant().equals(run.tenant()))
        .or(() -> people.now(run.tenant(), person))
        .map(asks -> actor(run.tenant(), run.agent(), name, rolesOf(asks), asks.groups(), person))
        .orElseGet(() -> actor(run.tenant(), run.agent(), name, Set.of(), Set.of(), person));
  }

  /**
   * The agent by itself.
   *
   * @param person for whom it works; null for nobody
   */
  Actor of(TenantId tenant, String agent, String name, @Nullable String person) {
    return actor(
        tenant,
        agent,
        name,
        Set.of(Roles.AGENT),
        Set.of(),
        person == null ? null : new UserId(person));
  }

  private static Set<String> rolesOf(Actor person) {
    Set<String> roles = new HashSet<>(person.roles());
    if (roles.remove(Roles.ADMIN)) {
      roles.add(Roles.AGENT);
    }
    return roles;
  }

  private static Actor actor(
      TenantId tenant,
      String agent,
      String name,
      Set<String> roles,
      Set<String> groups,
      @Nullable UserId person) {
    return new Actor(
        tenant, new UserId(PREFIX + agent), name, Actor.Kind.AGENT, roles, groups, person);
  }
}
