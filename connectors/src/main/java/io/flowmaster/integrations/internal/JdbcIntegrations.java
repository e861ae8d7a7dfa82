package io.flowmaster.integrations.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.integrations.ConnectorNotFound;
import io.flowmaster.integrations.Execution;
import io.flowmaster.integrations.IntegrationChanged;
import io.flowmaster.integrations.IntegrationCreated;
import io.flowmaster.integrations.IntegrationDeleted;
import io.flowmaster.integrations.IntegrationDraft;
import io.flowmaster.integrations.IntegrationExecuted;
import io.flowmaster.integrations.IntegrationNotFound;
import io.flowmaster.integrations.IntegrationTaken;
import io.flowmaster.integrations.IntegrationTrial;
import io.flowmaster.integrations.IntegrationView;
import io.flowmaster.integrations.Integrations;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Problem;
import io.flowmaster.platform.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The integrations of the current tenant, from their table. */
@Component
class JdbcIntegrations implements Integrations {
  private final JdbcIntegrationStore store;
  private final ListedConnectors connectors;
  private final Calls calls;
  private final GuardedCalls guarded;
  private final CurrentActor current;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcIntegrations(
      JdbcIntegrationStore store,
      ListedConnectors connectors,
      Calls calls,
      GuardedCalls guarded,
      CurrentActor current,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.connectors = connectors;
    this.calls = calls;
    this.guarded = guarded;
    this.current = current;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public Page<IntegrationView> search(@Nullable String q, PageQuery page) {
    String after = page.cursor() == null ? "" : page.cursor().string(0);
    return Page.of(
        store.page(tenant(), q, after, page.limit() + 1),
        page,
        integration -> List.of(integration.name()),
        page.count() ? store.count(tenant(), q) : null);
  }

  @Override
  public IntegrationView get(String id) {
    return store.find(tenant(), id).orElseThrow(() -> new IntegrationNotFound(id));
  }

  @Override
  @Transactional
  public IntegrationView create(String connector, IntegrationDraft draft) {
    calls.check(tenant(), connector(connector), draft.configuration());
    String id = Ids.next();
    requireFree(draft.name(), id);
    try {
      store.insert(tenant(), id, connector, draft, clock.instant(), me());
    } catch (DuplicateKeyException sameTime) {
      throw new IntegrationTaken(draft.name());
    }
    IntegrationView made = get(id);
    events.publishEvent(new IntegrationCreated(tenant(), id, made, clock.instant()));
    return made;
  }

  @Override
  @Transactional
  public IntegrationView change(String id, IntegrationDraft draft, @Nullable String ifMatch) {
    IntegrationView old = locked(id);
    old.revision().requireMatch(ifMatch);
    calls.check(tenant(), connector(old.connector()), draft.configuration());
    requireFree(draft.name(), id);
    try {
      store.update(tenant(), id, draft, clock.instant(), me());
    } catch (DuplicateKeyException sameTime) {
      throw new IntegrationTaken(draft.name());
    }
    IntegrationView now = get(id);
    events.publishEvent(new IntegrationChanged(tenant(), id, old, now, clock.instant()));
    return now;
  }

  @Override
  @Transactional
  public void delete(String id, @Nullable String ifMatch) {
    IntegrationView integration = locked(id);
    if (ifMatch != null) {
      integration.revision().requireMatch(ifMatch);
    }
    store.delete(tenant(), id);
    events.publishEvent(new IntegrationDeleted(tenant(), id, integration, clock.instant()));
  }

  /** No transaction: another system may take its time, and a connection is not kept for it. */
  @Override
  public Execution execute(String id, ObjectNode input, @Nullable String key) {
    IntegrationView integration = get(id);
    Instant from = clock.instant();
    String outcome = "done";
    try {
      JsonNode output = guarded.execute(tenant(), integration, input, key);
      return new Execution(output, Duration.between(from, clock.instant()).toMillis());
    } catch (Problem e) {
      outcome = e.code();
      throw e;
    } finally {
      events.publishEvent(
          new IntegrationExecuted(tenant(), id, integration.connector(), outcome, clock.instant()));
    }
  }

  @Override
  public IntegrationTrial test(String id) {
    IntegrationView integration = get(id);
    try {
      return new IntegrationTrial(
          true,
          calls.test(
              tenant(),
              connector(integration.connector()),
              (ObjectNode) integration.configuration()));
    } catch (Problem e) {
      return new IntegrationTrial(false, e.getMessage());
    }
  }

  private Connector connector(String id) {
    return connectors.find(id).orElseThrow(() -> new ConnectorNotFound(id));
  }

  private void requireFree(String name, String id) {
    store
        .named(tenant(), name)
        .filter(other -> !other.id().equals(id))
        .ifPresent(
            other -> {
              throw new IntegrationTaken(name);
            });
  }

  private IntegrationView locked(String id) {
    return store.lock(tenant(), id).orElseThrow(() -> new IntegrationNotFound(id));
  }

  private TenantId tenant() {
    return current.tenant();
  }

  private String me() {
    return current.get().id().value();
  }
}
