package io.flowmaster.events.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.events.EventReceived;
import io.flowmaster.events.ForeignEvents;
import io.flowmaster.events.InvalidEvent;
import io.flowmaster.events.internal.CloudEventReader.Read;
import io.flowmaster.platform.BusEvent;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.EventPublisher;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.Problem.FieldError;
import io.flowmaster.platform.TenantId;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.UriUtils;

/** Puts foreign events into the outbox, each once. */
@Component
class JdbcForeignEvents implements ForeignEvents, EventPublisher {
  private static final String ACTOR = "/actors/";
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final CloudEventReader reader;
  private final EventCatalogue catalogue;
  private final JdbcEventSchemas schemas;
  private final SchemaChecks checks;
  private final JdbcOutbox outbox;
  private final ObjectMapper mapper;
  private final RowJson json;
  private final ApplicationEventPublisher events;
  private final CurrentActor current;
  private final Clock clock;

  JdbcForeignEvents(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      CloudEventReader reader,
      EventCatalogue catalogue,
      JdbcEventSchemas schemas,
      SchemaChecks checks,
      JdbcOutbox outbox,
      ObjectMapper mapper,
      RowJson json,
      ApplicationEventPublisher events,
      CurrentActor current,
      Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.reader = reader;
    this.catalogue = catalogue;
    this.schemas = schemas;
    this.checks = checks;
    this.outbox = outbox;
    this.mapper = mapper;
    this.json = json;
    this.events = events;
    this.current = current;
    this.clock = clock;
  }

  @Override
  public List<String> accept(List<JsonNode> foreign) {
    List<FieldError> faults = new ArrayList<>();
    List<Read> read = new ArrayList<>();
    for (int i = 0; i < foreign.size(); i++) {
      String pointer = foreign.size() == 1 ? "" : "/" + i;
      Read event = reader.read(foreign.get(i), pointer, faults);
      if (event != null) {
        check(event, pointer, faults);
        read.add(event);
      }
    }
    if (!faults.isEmpty()) {
      throw new InvalidEvent(faults);
    }
    twice(() -> read.forEach(this::keep));
    return read.stream().map(Read::id).toList();
  }

  /** Somebody else may take the same event in at the same time. */
  private void twice(Runnable work) {
    try {
      transaction.executeWithoutResult(status -> work.run());
    } catch (DuplicateKeyException cameTwiceAtTheSameTime) {
      transaction.executeWithoutResult(status -> work.run());
    }
  }

  /**
   * Takes one in, and does something about it in the same transaction unless it came before: once
   * for all times that it comes.
   */
  void accept(JsonNode foreign, Consumer<BusEvent> whenNew) {
    List<FieldError> faults = new ArrayList<>();
    Read event = reader.read(foreign, "", faults);
    if (event != null) {
      check(event, "", faults);
    }
    if (event == null || !faults.isEmpty()) {
      throw new InvalidEvent(faults);
    }
    BusEvent told = bus(event);
    twice(
        () -> {
          if (keep(event)) {
            whenNew.accept(told);
          }
        });
  }

  private BusEvent bus(Read event) {
    JsonNode time = event.attributes().get(RowJson.TIME);
    return new BusEvent(
        current.tenant(),
        event.id(),
        event.source(),
        event.type(),
        event.subject(),
        time == null ? clock.instant() : Instant.parse(time.asText()),
        event.data(),
        event.traceparent());
  }

  private void check(Read event, String pointer, List<FieldError> faults) {
    if (event.source().startsWith(EventNames.SOURCE)) {
      faults.add(new FieldError(pointer + "/source", "Only the platform has such a source."));
    }
    if (catalogue.isOurs(event.type())) {
      faults.add(new FieldError(pointer + "/type", "Only the platform gives out this type."));
    }
    schemas
        .find(current.tenant(), event.type(), null)
        .ifPresent(
            schema -> {
              JsonNode data = event.data() == null ? mapper.nullNode() : event.data();
              faults.addAll(checks.ofData(json.write(schema.schema()), data, pointer + "/data"));
            });
  }

  /** False when it came before. */
  private boolean keep(Read event) {
    TenantId tenant = current.tenant();
    Instant now = clock.instant();
    if (came(tenant, event)) {
      return false;
    }
    jdbc.sql(
            "insert into events_received (tenant, source, id, at) values (:tenant, :source, :id, :at)")
        .param("tenant", tenant.value())
        .param("source", event.source())
        .param("id", event.id())
        .param("at", Timestamp.from(now))
        .update();
    put(event, tenant, now);
    return true;
  }

  private boolean came(TenantId tenant, Read event) {
    return jdbc.sql(
            "select id from events_received where tenant = :tenant and source = :source and id = :id")
        .param("tenant", tenant.value())
        .param("source", event.source())
        .param("id", event.id())
        .query(String.class)
        .optional()
        .isPresent();
  }

  private void put(Read event, TenantId tenant, Instant now) {
    outbox.add(
        new NewRow(
            Ids.next(),
            tenant,
            event.type(),
            event.source(),
            event.subject(),
            now,
            event.data() == null ? null : json.write(event.data()),
            event.traceparent() == null ? outbox.traceparent() : event.traceparent(),
            json.write(event.attributes())));
    events.publishEvent(new EventReceived(tenant, event.type(), event.source(), event.id(), now));
  }

  @Override
  @Transactional
  public String publish(NewEvent event) {
    ObjectNode node = mapper.createObjectNode().put("specversion", "1.0");
    node.put("id", Ids.next());
    node.put(
        "source",
        ACTOR + UriUtils.encodePathSegment(current.get().id().value(), StandardCharsets.UTF_8));
    node.put("type", event.type());
    if (event.subject() != null) {
      node.put("subject", event.subject());
    }
    node.put("time", clock.instant().toString());
    if (event.data() != null) {
      node.set("data", mapper.valueToTree(event.data()));
    }
    List<FieldError> faults = new ArrayList<>();
    Read read = reader.read(node, "", faults);
    if (read != null) {
      check(read, "", faults);
    }
    if (read == null || !faults.isEmpty()) {
      throw new InvalidEvent(faults);
    }
    put(read, current.tenant(), clock.instant());
    return read.id();
  }

  /** Forgets which events came long ago; answers how many. */
  int forgetBefore(Instant at, int most) {
    return jdbc.sql(
            """
            delete from events_received where (tenant, source, id) in
              (select tenant, source, id from events_received where at < :at limit :most)
            """)
        .param("at", Timestamp.from(at))
        .param("most", most)
        .update();
  }
}
