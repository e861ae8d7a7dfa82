package io.flowmaster.identity.internal;

import io.flowmaster.identity.ApiKeyCreated;
import io.flowmaster.identity.ApiKeyDeleted;
import io.flowmaster.identity.ApiKeyNotFound;
import io.flowmaster.identity.ApiKeys;
import io.flowmaster.identity.ClientNotFound;
import io.flowmaster.identity.RolesNotHeld;
import io.flowmaster.identity.internal.JdbcClients.MachineClient;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.InvalidValue;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Roles;
import io.flowmaster.platform.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes, lists and ends the API keys of the current tenant. */
@Component
class JdbcApiKeyRing implements ApiKeys {
  private static final int HINT = 4;
  private static final Duration LONGEST = Duration.ofDays(3653);
  private static final String WHERE =
      " from identity_api_key where tenant = :tenant and (:owner is null or owner = :owner)";
  private final JdbcClient jdbc;
  private final JdbcApiKeys keys;
  private final JdbcClients clients;
  private final JdbcUserQueries users;
  private final CurrentActor actor;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcApiKeyRing(
      JdbcClient jdbc,
      JdbcApiKeys keys,
      JdbcClients clients,
      JdbcUserQueries users,
      CurrentActor actor,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.clients = clients;
    this.users = users;
    this.actor = actor;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional
  public NewApiKey create(
      String name,
      @Nullable UserId owner,
      @Nullable Set<String> roles,
      @Nullable Instant expiresAt) {
    Instant now = clock.instant();
    if (expiresAt != null && !(expiresAt.isAfter(now) && expiresAt.isBefore(now.plus(LONGEST)))) {
      throw new InvalidValue("expiry", "expiresAt is in the next ten years, or left out.");
    }
    UserId holder = owner == null ? actor.get().id() : owner;
    Set<String> held = held(owner);
    Set<String> granted = roles == null ? held : Names.requireRoles(roles);
    Set<String> missing = new HashSet<>(granted);
    missing.removeAll(held);
    if (!missing.isEmpty()) {
      throw new RolesNotHeld(missing);
    }
    String key = JdbcApiKeys.PREFIX + TokenHash.newToken();
    String id = Ids.next();
    insert(id, key, name, holder, granted, expiresAt);
    events.publishEvent(
        new ApiKeyCreated(actor.tenant(), id, name, holder, granted, clock.instant()));
    return new NewApiKey(key, find(id));
  }

  @Override
  public Page<ApiKeyView> list(boolean all, PageQuery page) {
    String owner = all && admin() ? null : actor.get().id().value();
    List<ApiKeyView> rows =
        jdbc.sql("select *" + WHERE + " and id < :before order by id desc limit :limit")
            .param("tenant", actor.tenant().value())
            .param("owner", owner, Types.VARCHAR)
            .param("before", page.cursor() == null ? "g" : page.cursor().string(0))
            .param("limit", page.limit() + 1)
            .query((row, n) -> view(row))
            .list();
    Long total =
        page.count()
            ? jdbc.sql("select count(*)" + WHERE)
                .param("tenant", actor.tenant().value())
                .param("owner", owner, Types.VARCHAR)
                .query(Long.class)
                .single()
            : null;
    return Page.of(rows, page, row -> List.of(row.id()), total);
  }

  @Override
  @Transactional
  public void delete(String id) {
    ApiKeyView key = find(id);
    if (!admin() && !key.owner().equals(actor.get().id())) {
      throw new ApiKeyNotFound();
    }
    jdbc.sql("delete from identity_api_key where id = :id and tenant = :tenant")
        .param("id", key.id())
        .param("tenant", actor.tenant().value())
        .update();
    keys.forgetAfterCommit();
    events.publishEvent(
        new ApiKeyDeleted(
            actor.tenant(), key.id(), key.name(), key.owner(), key.roles(), clock.instant()));
  }

  /** The roles that may be handed on: of the machine client, or of whoever acts. */
  private Set<String> held(@Nullable UserId owner) {
    Actor self = actor.get();
    if (owner == null || owner.equals(self.id())) {
      boolean stored =
          users.find(self.tenant(), self.id()).isPresent()
              || clients.machine(self.id().value()).isPresent();
      if (!stored) {
        throw new InvalidValue(
            "owner", "Only a user or client of this platform can have API keys.");
      }
      return self.roles();
    }
    return clients
        .machine(owner.value())
        .filter(client -> admin() && client.tenant().equals(self.tenant()))
        .map(MachineClient::roles)
        .orElseThrow(ClientNotFound::new);
  }

  private boolean admin() {
    return actor.get().has(Roles.ADMIN);
  }

  private void insert(
      String id,
      String key,
      String name,
      UserId owner,
      Set<String> roles,
      @Nullable Instant expiresAt) {
    jdbc.sql(
            """
            insert into identity_api_key
              (id, tenant, owner, name, secret_hash, hint, roles, created_at, created_by, expires_at)
            values (:id, :tenant, :owner, :name, :hash, :hint, :roles, :at, :by, :expires)
            """)
        .param("id", id)
        .param("tenant", actor.tenant().value())
        .param("owner", owner.value())
        .param("name", name)
        .param("hash", TokenHash.of(key))
        .param("hint", "…" + key.substring(key.length() - HINT))
        .param("roles", WordSet.write(roles))
        .param("at", Timestamp.from(clock.instant()))
        .param("by", actor.get().id().value())
        .param("expires", expiresAt == null ? null : Timestamp.from(expiresAt), Types.TIMESTAMP)
        .update();
  }

  private ApiKeyView find(String id) {
    return jdbc.sql("select * from identity_api_key where id = :id and tenant = :tenant")
        .param("id", Names.plain(id))
        .param("tenant", actor.tenant().value())
        .query((row, n) -> view(row))
        .optional()
        .orElseThrow(ApiKeyNotFound::new);
  }

  private static ApiKeyView view(ResultSet row) throws SQLException {
    return new ApiKeyView(
        row.getString("id"),
        row.getString("name"),
        new UserId(row.getString("owner")),
        row.getString("hint"),
        WordSet.read(row.getString("roles")),
        row.getTimestamp("created_at").toInstant(),
        new UserId(row.getString("created_by")),
        instant(row.getTimestamp("expires_at")),
        instant(row.getTimestamp("last_used_at")));
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
