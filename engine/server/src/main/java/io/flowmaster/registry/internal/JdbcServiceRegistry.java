package io.flowmaster.registry.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.registry.LifeStatus;
import io.flowmaster.registry.NewService;
import io.flowmaster.registry.ServiceId;
import io.flowmaster.registry.ServiceInstance;
import io.flowmaster.registry.ServiceNotFound;
import io.flowmaster.registry.ServiceRegistered;
import io.flowmaster.registry.ServiceRegistry;
import io.flowmaster.registry.ServiceRemoved;
import io.flowmaster.registry.TooManyServices;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Services are rows that a sign of life keeps young. */
@Component
class JdbcServiceRegistry implements ServiceRegistry {
  private static final int MOST_ALIVE = 50;
  private final JdbcClient jdbc;
  private final CurrentActor current;
  private final ApplicationEventPublisher events;
  private final RegistryProperties properties;
  private final ObjectMapper json;
  private final Clock clock;

  JdbcServiceRegistry(
      JdbcClient jdbc,
      CurrentActor current,
      ApplicationEventPublisher events,
      RegistryProperties properties,
      ObjectMapper json,
      Clock clock) {
    this.jdbc = jdbc;
    this.current = current;
    this.events = events;
    this.properties = properties;
    this.json = json;
    this.clock = clock;
  }

  @Override
  @Transactional
  public ServiceInstance register(NewService service) {
    Optional<String> known =
        jdbc.sql(
                "select id from registry_service where tenant = :tenant and name = :name and url = :url")
            .param("tenant", tenant())
            .param("name", service.name())
            .param("url", service.url().toString())
            .query(String.class)
            .optional();
    if (known.isPresent()) {
      renew(known.get(), service);
      return get(new ServiceId(known.get()));
    }
    checkRoom();
    ServiceId id = new ServiceId(Ids.next());
    insert(id, service);
    events.publishEvent(
        new ServiceRegistered(
            current.tenant(), id, service.name(), service.url().toString(), clock.instant()));
    return get(id);
  }

  private void checkRoom() {
    long known =
        jdbc.sql("select count(*) from registry_service where tenant = :tenant")
            .param("tenant", tenant())
            .query(Long.class)
            .single();
    if (known >= properties.most()) {
      throw new TooManyServices(properties.most());
    }
  }

  private void renew(String id, NewService service) {
    jdbc.sql(
            """
            update registry_service set health_path = :healthPath, version = :version,
              metadata = :metadata, healthy = case when :healthPath is null then null else healthy end,
              beat_at = :now
            where id = :id
            """)
        .param("healthPath", service.healthPath(), java.sql.Types.VARCHAR)
        .param("version", service.version(), java.sql.Types.VARCHAR)
        .param("metadata", text(service))
        .param("now", Timestamp.from(clock.instant()))
        .param("id", id)
        .update();
  }

  private void insert(ServiceId id, NewService service) {
    jdbc.sql(
            """
            insert into registry_service (id, tenant, name, url, health_path, version, metadata,
              registered_by, registered_at, beat_at, since)
            values (:id, :tenant, :name, :url, :healthPath, :version, :metadata, :by, :now, :now, :now)
            """)
        .param("id", id.value())
        .param("tenant", tenant())
        .param("name", service.name())
        .param("url", service.url().toString())
        .param("healthPath", service.healthPath())
        .param("version", service.version())
        .param("metadata", text(service))
        .param("by", current.get().id().value())
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  @Override
  @Transactional
  public ServiceInstance heartbeat(ServiceId id) {
    Instant now = clock.instant();
    // Who was silent for too long lives again since now; all others since when they did.
    int beating =
        jdbc.sql(
                """
                update registry_service
                set since = case when health_path is null and beat_at < :late then :now else since end,
                  beat_at = :now
                where tenant = :tenant and id = :id
                """)
            .param("late", Timestamp.from(now.minus(properties.expiry())))
            .param("now", Timestamp.from(now))
            .param("tenant", tenant())
            .param("id", id.value())
            .update();
    if (beating == 0) {
      throw new ServiceNotFound(id.value());
    }
    return get(id);
  }

  @Override
  @Transactional
  public void remove(ServiceId id) {
    ServiceInstance removed = get(id);
    jdbc.sql("delete from registry_service where id = :id").param("id", id.value()).update();
    events.publishEvent(new ServiceRemoved(current.tenant(), id, removed.name(), clock.instant()));
  }

  @Override
  public ServiceInstance get(ServiceId id) {
    return jdbc.sql("select * from registry_service where tenant = :tenant and id = :id")
        .param("tenant", tenant())
        .param("id", id.value())
        .query(ServiceRow::of)
        .optional()
        .map(this::view)
        .orElseThrow(() -> new ServiceNotFound(id.value()));
  }

  @Override
  public Page<ServiceInstance> search(@Nullable String name, PageQuery page) {
    String condition = " tenant = :tenant" + (name == null ? "" : " and name = :name");
    String after = page.cursor() == null ? "" : " and (name, id) > (:lastName, :lastId)";
    JdbcClient.StatementSpec rows =
        jdbc.sql(
                "select * from registry_service where"
                    + condition
                    + after
                    + " order by name, id limit :limit")
            .param("tenant", tenant())
            .param("limit", page.limit() + 1);
    JdbcClient.StatementSpec count =
        jdbc.sql("select count(*) from registry_service where" + condition)
            .param("tenant", tenant());
    if (name != null) {
      rows.param("name", name);
      count.param("name", name);
    }
    if (page.cursor() != null) {
      rows.param("lastName", page.cursor().string(0)).param("lastId", page.cursor().string(1));
    }
    Long total = page.count() ? count.query(Long.class).single() : null;
    return Page.of(
            rows.query(ServiceRow::of).list(), page, row -> List.of(row.name(), row.id()), total)
        .map(this::view);
  }

  @Override
  public List<ServiceInstance> alive(String name) {
    return jdbc
        .sql(
            """
            select * from registry_service where tenant = :tenant and name = :name
            order by beat_at desc limit :most
            """)
        .param("tenant", tenant())
        .param("name", name)
        .param("most", MOST_ALIVE)
        .query(ServiceRow::of)
        .list()
        .stream()
        .map(this::view)
        .filter(instance -> instance.status() != LifeStatus.DOWN)
        .toList();
  }

  private ServiceInstance view(ServiceRow row) {
    return row.seenAt(clock.instant(), properties, json);
  }

  private String tenant() {
    return current.tenant().value();
  }

  private String text(NewService service) {
    try {
      return json.writeValueAsString(service.metadata());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
