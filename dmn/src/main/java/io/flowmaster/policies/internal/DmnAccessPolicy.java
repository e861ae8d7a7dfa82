package io.flowmaster.policies.internal;

import io.flowmaster.platform.AccessPolicy;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.PolicyDenied;
import io.flowmaster.policies.Explanation;
import io.flowmaster.policies.PolicySubject;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Asks the policy that is in force in the current actor's tenant. */
@Component
class DmnAccessPolicy implements AccessPolicy {
  private final LivePolicies policies;
  private final JdbcSubjectAttributes attributes;
  private final CurrentActor current;

  DmnAccessPolicy(LivePolicies policies, JdbcSubjectAttributes attributes, CurrentActor current) {
    this.policies = policies;
    this.attributes = attributes;
    this.current = current;
  }

  @Override
  public void require(String action, Supplier<Resource> resource) {
    decision(action, resource)
        .filter(decision -> !decision.allowed())
        .ifPresent(
            denied -> {
              String rule = denied.decidedBy() == null ? "" : denied.decidedBy().id();
              throw new PolicyDenied(rule, denied.because());
            });
  }

  @Override
  public boolean allows(String action, Supplier<Resource> resource) {
    return decision(action, resource).map(Explanation::allowed).orElse(true);
  }

  private Optional<Explanation> decision(String action, Supplier<Resource> resource) {
    Actor actor = current.find().orElse(null);
    if (actor == null || actor.kind() == Actor.Kind.SYSTEM) {
      return Optional.empty();
    }
    return policies
        .of(actor.tenant())
        .map(policy -> policy.decide(subject(actor), resource.get(), action));
  }

  private PolicySubject subject(Actor actor) {
    return new PolicySubject(
        actor.id().value(),
        actor.kind(),
        actor.roles().stream().sorted().toList(),
        actor.groups().stream().sorted().toList(),
        actor.onBehalfOf() == null ? null : actor.onBehalfOf().value(),
        attributes.known(actor.tenant(), actor.id()));
  }
}
