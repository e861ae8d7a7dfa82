package io.flowmaster.events.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.events.EventSchema;
import io.flowmaster.events.EventSchema.Compatibility;
import io.flowmaster.events.EventSchema.Owner;
import io.flowmaster.events.EventSchemas;
import io.flowmaster.events.InvalidSchema;
import io.flowmaster.events.SchemaIncompatible;
import io.flowmaster.events.SchemaNotFound;
import io.flowmaster.events.SchemaRegistered;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Problem.FieldError;
import io.flowmaster.platform.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The tenants' schemas in a table, the platform's from its records. */
@Component
class JdbcEventSchemas implements EventSchemas {
  private static final int MOST_TYPES = 2_000;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final EventCatalogue catalogue;
  private final SchemaChecks checks;
  private final AsyncApiDocument asyncApi;
  private final RowJson json;
  private final ApplicationEventPublisher events;
  private final CurrentActor current;
  private final Clock clock;

  JdbcEventSchemas(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      EventCatalogue catalogue,
      SchemaChecks checks,
      AsyncApiDocument asyncApi,
      RowJson json,
      ApplicationEventPublisher events,
      CurrentActor current,
      Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.catalogue = catalogue;
    this.checks = checks;
    this.asyncApi = asyncApi;
    this.json = json;
    this.events = events;
    this.current = current;
    this.clock = clock;
  }

  @Override
  public EventSchema register(String type, JsonNode schema, Compatibility compatibility) {
    if (catalogue.isOurs(type)) {
      throw new InvalidSchema(
          List.of(new FieldError("/type", "Events of this type come from the platform alone.")));
    }
    List<FieldError> faults = checks.ofSchema(schema);
    if (!faults.isEmpty()) {
      throw new InvalidSchema(faults);
    }
    try {
      return transaction.execute(status -> next(type, schema, compatibility));
    } catch (DuplicateKeyException somebodyElseWasFaster) {
      return transaction.execute(status -> next(type, schema, compatibility));
    }
  }

  private EventSchema next(String type, JsonNode schema, Compatibility compatibility) {
    Optional<EventSchema> former = find(current.tenant(), type, null);
    if (former.isEmpty() && types() >= MOST_TYPES) {
      throw new InvalidSchema(
          List.of(new FieldError("", "A tenant has schemas of at most " + MOST_TYPES + " types.")));
    }
    if (former.isPresent() && former.get().schema().equals(schema)) {
      return former.get();
    }
    if (former.isPresent() && compatibility == Compatibility.BACKWARD) {
      List<FieldError> breaks = SchemaCompatibility.faults(former.get().schema(), schema);
      if (!breaks.isEmpty()) {
        throw new SchemaIncompatible(former.get().version(), breaks);
      }
    }
    EventSchema made =
        new EventSchema(
            type,
            former.map(EventSchema::version).orElse(0) + 1,
            Owner.TENANT,
            compatibility,
            schema,
            current.get().id().value(),
            clock.instant());
    insert(made);
    events.publishEvent(
        new SchemaRegistered(current.tenant(), type, made.version(), clock.instant()));
    return made;
  }

  private void insert(EventSchema made) {
    jdbc.sql(
            """
            insert into events_schema (tenant, type, version, body, compatibility, created_by, created_at)
            values (:tenant, :type, :version, :body, :compatibility, :by, :at)
            """)
        .param("tenant", current.tenant().value())
        .param("type", made.type())
        .param("version", made.version())
        .param("body", json.write(made.schema()))
        .param("compatibility", made.compatibility().name())
        .param("by", made.createdBy())
        .param("at", Timestamp.from(made.createdAt()))
        .update();
  }

  private int types() {
    return jdbc.sql("select count(distinct type) from events_schema where tenant = :tenant")
        .param("tenant", current.tenant().value())
        .query(Integer.class)
        .single();
  }

  @Override
  public Page<EventSchema> search(@Nullable Owner owner, PageQuery page) {
    String part = page.cursor() == null ? Owner.PLATFORM.name() : page.cursor().string(0);
    String after = page.cursor() == null ? "" : page.cursor().string(1);
    List<EventSchema> found = new ArrayList<>();
    if (owner != Owner.TENANT && part.equals(Owner.PLATFORM.name())) {
      catalogue.entries().values().stream()
          .filter(entry -> entry.type().compareTo(after) > 0)
          .limit(page.limit() + 1L)
          .map(JdbcEventSchemas::ours)
          .forEach(found::add);
    }
    if (owner != Owner.PLATFORM && found.size() <= page.limit()) {
      found.addAll(
          newest(part.equals(Owner.TENANT.name()) ? after : "", page.limit() + 1 - found.size()));
    }
    return Page.of(found, page, each -> List.of(each.owner().name(), each.type()), null);
  }

  private List<EventSchema> newest(String after, int limit) {
    return jdbc.sql(
            """
            select * from events_schema s where tenant = :tenant and type > :after and version =
              (select max(n.version) from events_schema n where n.tenant = s.tenant and n.type = s.type)
            order by type limit :limit
            """)
        .param("tenant", current.tenant().value())
        .param("after", after)
        .param("limit", limit)
        .query(this::read)
        .list();
  }

  @Override
  public EventSchema get(String type, @Nullable Integer version) {
    EventCatalogue.Entry own = catalogue.entries().get(type);
    if (own != null && (version == null || version == 1)) {
      return ours(own);
    }
    return find(current.tenant(), type, version).orElseThrow(() -> new SchemaNotFound(type));
  }

  Optional<EventSchema> find(TenantId tenant, String type, @Nullable Integer version) {
    return jdbc.sql(
            "select * from events_schema where tenant = :tenant and type = :type %s order by version desc limit 1"
                .formatted(version == null ? "" : "and version = :version"))
        .param("tenant", tenant.value())
        .param("type", type)
        .param("version", version)
        .query(this::read)
        .optional();
  }

  @Override
  public ObjectNode asyncApi() {
    return asyncApi.of(newest("", MOST_TYPES));
  }

  private static EventSchema ours(EventCatalogue.Entry entry) {
    return new EventSchema(
        entry.type(), 1, Owner.PLATFORM, Compatibility.BACKWARD, entry.schema(), null, null);
  }

  private EventSchema read(ResultSet row, int number) throws SQLException {
    Instant at = row.getTimestamp("created_at").toInstant();
    return new EventSchema(
        row.getString("type"),
        row.getInt("version"),
        Owner.TENANT,
        Compatibility.valueOf(row.getString("compatibility")),
        json.read(row.getString("body")),
        row.getString("created_by"),
        at);
  }
}
