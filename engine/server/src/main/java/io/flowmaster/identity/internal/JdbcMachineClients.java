package io.flowmaster.identity.internal;

import io.flowmaster.identity.ClientCreated;
import io.flowmaster.identity.ClientDeleted;
import io.flowmaster.identity.ClientNotFound;
import io.flowmaster.identity.ClientSecretRotated;
import io.flowmaster.identity.IdTaken;
import io.flowmaster.identity.MachineClients;
import io.flowmaster.identity.internal.JdbcAccountStore.NewClient;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The machine clients of the current tenant, from the table. */
@Component
class JdbcMachineClients implements MachineClients {
  private static final String SELECT =
      """
      select id, name, kind, roles, created_at, created_by, secret_changed_at from identity_client
      where tenant = :tenant and deleted_at is null
      """;
  private final JdbcClient jdbc;
  private final JdbcAccountStore store;
  private final JdbcSessions sessions;
  private final PasswordEncoder passwords;
  private final CurrentActor actor;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcMachineClients(
      JdbcClient jdbc,
      JdbcAccountStore store,
      JdbcSessions sessions,
      PasswordEncoder passwords,
      CurrentActor actor,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.store = store;
    this.sessions = sessions;
    this.passwords = passwords;
    this.actor = actor;
    this.events = events;
    this.clock = clock;
  }

  @Override
  @Transactional
  public NewSecret create(UserId id, String name, Kind kind, Set<String> roles) {
    Names.requireId(id.value());
    Names.requireRoles(roles);
    if (store.nameTaken(id.value())) {
      throw new IdTaken();
    }
    String secret = TokenHash.newToken();
    try {
      store.insertClient(
          new NewClient(
              id.value(),
              tenant(),
              name,
              kind.name().toLowerCase(Locale.ROOT),
              roles,
              passwords.encode(secret),
              actor.get().id().value()));
    } catch (DuplicateKeyException e) {
      throw new IdTaken();
    }
    events.publishEvent(new ClientCreated(actor.tenant(), id, name, roles, clock.instant()));
    return new NewSecret(secret, get(id));
  }

  @Override
  public Page<ClientView> list(PageQuery page) {
    List<ClientView> rows =
        jdbc.sql(SELECT + " and id > :after order by id limit :limit")
            .param("tenant", tenant())
            .param("after", page.cursor() == null ? "" : page.cursor().string(0))
            .param("limit", page.limit() + 1)
            .query((row, n) -> client(row))
            .list();
    Long total =
        page.count()
            ? jdbc.sql(
                    """
                    select count(*) from identity_client where tenant = :tenant and deleted_at is null
                    """)
                .param("tenant", tenant())
                .query(Long.class)
                .single()
            : null;
    return Page.of(rows, page, row -> List.of(row.id().value()), total);
  }

  @Override
  @Transactional
  public NewSecret rotateSecret(UserId client) {
    get(client);
    String secret = TokenHash.newToken();
    jdbc.sql(
            """
            update identity_client set secret_hash = :hash, secret_changed_at = :now
            where id = :id and tenant = :tenant and deleted_at is null
            """)
        .param("hash", passwords.encode(secret))
        .param("now", Timestamp.from(clock.instant()))
        .param("id", client.value())
        .param("tenant", tenant())
        .update();
    sessions.endAll(client.value());
    events.publishEvent(new ClientSecretRotated(actor.tenant(), client, clock.instant()));
    return new NewSecret(secret, get(client));
  }

  @Override
  @Transactional
  public void delete(UserId client) {
    ClientView former = get(client);
    jdbc.sql(
            """
            update identity_client set deleted_at = :now, secret_hash = '' where id = :id and tenant = :tenant
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("id", client.value())
        .param("tenant", tenant())
        .update();
    jdbc.sql("delete from identity_api_key where owner = :id and tenant = :tenant")
        .param("id", client.value())
        .param("tenant", tenant())
        .update();
    sessions.endAll(client.value());
    events.publishEvent(
        new ClientDeleted(actor.tenant(), client, former.name(), former.roles(), clock.instant()));
  }

  private ClientView get(UserId client) {
    return jdbc.sql(SELECT + " and id = :id")
        .param("tenant", tenant())
        .param("id", client.value())
        .query((row, n) -> client(row))
        .optional()
        .orElseThrow(ClientNotFound::new);
  }

  private String tenant() {
    return actor.tenant().value();
  }

  private static ClientView client(ResultSet row) throws SQLException {
    return new ClientView(
        new UserId(row.getString("id")),
        row.getString("name"),
        Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        WordSet.read(row.getString("roles")),
        row.getTimestamp("created_at").toInstant(),
        new UserId(row.getString("created_by")),
        row.getTimestamp("secret_changed_at").toInstant());
  }
}
