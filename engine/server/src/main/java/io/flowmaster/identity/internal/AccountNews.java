package io.flowmaster.identity.internal;

import io.flowmaster.identity.Account;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.TenantId;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells each tenant of an account what its user did before there was a token. */
@Component
class AccountNews {
  private final ApplicationEventPublisher events;
  private final CurrentActor current;

  AccountNews(ApplicationEventPublisher events, CurrentActor current) {
    this.events = events;
    this.current = current;
  }

  /** Published as the user. */
  void tell(Account account, Function<TenantId, DomainEvent> event) {
    account
        .memberships()
        .forEach(
            (tenant, membership) ->
                current.as(
                    new Actor(
                        tenant,
                        account.id(),
                        account.name(),
                        Actor.Kind.PERSON,
                        membership.roles(),
                        membership.groups()),
                    () -> {
                      events.publishEvent(event.apply(tenant));
                      return tenant;
                    }));
  }
}
