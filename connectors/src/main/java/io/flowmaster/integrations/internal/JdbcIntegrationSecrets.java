package io.flowmaster.integrations.internal;

import io.flowmaster.integrations.IntegrationSecrets;
import io.flowmaster.integrations.SecretDeleted;
import io.flowmaster.integrations.SecretNotFound;
import io.flowmaster.integrations.SecretStored;
import io.flowmaster.integrations.SecretView;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.TenantId;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The secrets of the current tenant, from their table. */
@Component
class JdbcIntegrationSecrets implements IntegrationSecrets {
  private final JdbcSecretStore store;
  private final CurrentActor current;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcIntegrationSecrets(
      JdbcSecretStore store, CurrentActor current, ApplicationEventPublisher events, Clock clock) {
    this.store = store;
    this.current = current;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public Page<SecretView> list(PageQuery page) {
    String after = page.cursor() == null ? "" : page.cursor().string(0);
    return Page.of(
        store.page(current.tenant(), after, page.limit() + 1),
        page,
        secret -> List.of(secret.name()),
        page.count() ? store.count(current.tenant()) : null);
  }

  @Override
  @Transactional
  public SecretView put(String name, String value) {
    TenantId tenant = current.tenant();
    store.put(tenant, name, value, clock.instant(), current.get().id().value());
    events.publishEvent(new SecretStored(tenant, name, clock.instant()));
    return store.find(tenant, name).orElseThrow(() -> new SecretNotFound(name));
  }

  @Override
  @Transactional
  public void delete(String name) {
    if (!store.delete(current.tenant(), name)) {
      throw new SecretNotFound(name);
    }
    events.publishEvent(new SecretDeleted(current.tenant(), name, clock.instant()));
  }
}
