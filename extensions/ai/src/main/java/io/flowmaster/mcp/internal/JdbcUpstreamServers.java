package io.flowmaster.mcp.internal;

import io.flowmaster.mcp.UpstreamServer;
import io.flowmaster.mcp.UpstreamServerAdded;
import io.flowmaster.mcp.UpstreamServerChanged;
import io.flowmaster.mcp.UpstreamServerDraft;
import io.flowmaster.mcp.UpstreamServerNotFound;
import io.flowmaster.mcp.UpstreamServerRemoved;
import io.flowmaster.mcp.UpstreamServerTaken;
import io.flowmaster.mcp.UpstreamServers;
import io.flowmaster.mcp.internal.JdbcUpstreamStore.Key;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.InvalidValue;
import io.flowmaster.platform.OutboundRequest;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Roles;
import io.flowmaster.platform.TenantId;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The servers of the current tenant, from their table. */
@Component
class JdbcUpstreamServers implements UpstreamServers {
  private static final int MOST = 50;
  private final JdbcUpstreamStore store;
  private final UpstreamChecks checks;
  private final CurrentActor current;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final Clock clock;

  JdbcUpstreamServers(
      JdbcUpstreamStore store,
      UpstreamChecks checks,
      CurrentActor current,
      ApplicationEventPublisher events,
      TransactionTemplate transaction,
      Clock clock) {
    this.store = store;
    this.checks = checks;
    this.current = current;
    this.events = events;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public Page<UpstreamServer> search(PageQuery page) {
    String after = page.cursor() == null ? "" : page.cursor().string(0);
    return Page.of(
        store.page(tenant(), after, page.limit() + 1),
        page,
        server -> List.of(server.name()),
        page.count() ? store.count(tenant()) : null);
  }

  @Override
  public UpstreamServer get(String id) {
    return store.find(tenant(), id).orElseThrow(() -> new UpstreamServerNotFound(id));
  }

  @Override
  public UpstreamServer add(UpstreamServerDraft draft) {
    requireSound(draft);
    String id = Ids.next();
    return transaction.execute(
        status -> {
          requireFree(draft.name(), id);
          if (store.count(tenant()) >= MOST) {
            throw new InvalidValue("server", "A tenant has at most " + MOST + " upstream servers.");
          }
          try {
            store.insert(tenant(), id, draft, clock.instant(), me());
          } catch (DuplicateKeyException sameTime) {
            throw new UpstreamServerTaken(draft.name());
          }
          events.publishEvent(
              new UpstreamServerAdded(tenant(), id, draft.name(), draft.url(), clock.instant()));
          return get(id);
        });
  }

  @Override
  public UpstreamServer change(String id, UpstreamServerDraft draft, @Nullable String ifMatch) {
    requireSound(draft);
    return transaction.execute(
        status -> {
          UpstreamServer old = locked(id);
          old.revision().requireMatch(ifMatch);
          requireFree(draft.name(), id);
          requireOwnSecret(old, draft);
          try {
            store.update(tenant(), id, draft, clock.instant(), me());
          } catch (DuplicateKeyException sameTime) {
            throw new UpstreamServerTaken(draft.name());
          }
          UpstreamServer now = get(id);
          events.publishEvent(
              new UpstreamServerChanged(
                  tenant(), id, old, now, draft.secret() != null, clock.instant()));
          return now;
        });
  }

  /** A secret that is kept must not go to another place than the one it was given for. */
  private static void requireOwnSecret(UpstreamServer old, UpstreamServerDraft draft) {
    if (old.hasSecret()
        && draft.secret() == null
        && !origin(old.url()).equals(origin(draft.url()))) {
      throw new InvalidValue("secret", "Give the secret again: the server is another one now.");
    }
  }

  private static String origin(String url) {
    URI uri = URI.create(url);
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }

  @Override
  public void remove(String id, @Nullable String ifMatch) {
    transaction.executeWithoutResult(
        status -> {
          UpstreamServer server = locked(id);
          if (ifMatch != null) {
            server.revision().requireMatch(ifMatch);
          }
          store.delete(tenant(), id);
          events.publishEvent(
              new UpstreamServerRemoved(
                  tenant(), id, server.name(), server.url(), clock.instant()));
        });
  }

  @Override
  public UpstreamServer check(String id) {
    checks.check(new Key(tenant(), id), get(id));
    return get(id);
  }

  private static void requireSound(UpstreamServerDraft draft) {
    if (!Roles.ALL.containsAll(draft.roles())) {
      throw new InvalidValue("roles", "The roles are " + String.join(", ", Roles.ALL) + ".");
    }
    try {
      OutboundRequest.post(URI.create(draft.url()), Map.of(), new byte[0], Duration.ofSeconds(1));
    } catch (IllegalArgumentException e) {
      throw new InvalidValue("address", "Give an absolute http or https address.");
    }
  }

  private UpstreamServer locked(String id) {
    return store.lock(tenant(), id).orElseThrow(() -> new UpstreamServerNotFound(id));
  }

  private void requireFree(String name, String id) {
    store
        .named(tenant(), name)
        .filter(other -> !other.id().equals(id))
        .ifPresent(
            other -> {
              throw new UpstreamServerTaken(name);
            });
  }

  private TenantId tenant() {
    return current.tenant();
  }

  private String me() {
    return current.get().id().value();
  }
}
