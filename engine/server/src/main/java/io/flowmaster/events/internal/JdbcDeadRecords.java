package io.flowmaster.events.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.events.DeadRecord;
import io.flowmaster.events.DeadRecordNotFound;
import io.flowmaster.events.DeadRecords;
import io.flowmaster.events.RecordRedelivered;
import io.flowmaster.events.RecordSetAside;
import io.flowmaster.events.internal.KafkaRecords.Received;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.Problem;
import io.flowmaster.platform.TenantId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Dead records are rows, which hold all that is needed to take them in another time. */
@Component
class JdbcDeadRecords implements DeadRecords {
  private static final int MOST_AT_ONCE = 200;
  private static final int LONGEST_REASON = 500;
  private static final int SHOWN = 2_000;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final RecordIntake intake;
  private final RowJson json;
  private final ApplicationEventPublisher events;
  private final CurrentActor current;
  private final Clock clock;

  JdbcDeadRecords(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      RecordIntake intake,
      RowJson json,
      ApplicationEventPublisher events,
      CurrentActor current,
      Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.intake = intake;
    this.json = json;
    this.events = events;
    this.current = current;
    this.clock = clock;
  }

  /** Keeps a record for later. */
  void setAside(TenantId tenant, Received received, String reason) {
    String id = Ids.next();
    Instant now = clock.instant();
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql(
                  """
                  insert into events_record (id, tenant, topic, part, place, headers, body, reason, attempts,
                    arrived_at, failed_at)
                  values (:id, :tenant, :topic, :part, :place, :headers, :body, :reason, 1, :now, :now)
                  """)
              .param("id", id)
              .param("tenant", tenant.value())
              .param("topic", received.topic())
              .param("part", received.partition())
              .param("place", received.offset())
              .param("headers", json.write(received.headers()))
              .param("body", Base64.getEncoder().encodeToString(received.value()))
              .param("reason", shortened(reason))
              .param("now", Timestamp.from(now))
              .update();
          events.publishEvent(
              new RecordSetAside(
                  tenant, id, received.topic(), received.partition(), received.offset(), now));
        });
  }

  private static String shortened(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST_REASON));
  }

  @Override
  public Page<DeadRecord> search(PageQuery page) {
    List<DeadRecord> rows =
        jdbc.sql(
                """
                select * from events_record where tenant = :tenant and id > :after order by id limit :limit
                """)
            .param("tenant", current.tenant().value())
            .param("after", page.cursor() == null ? "" : page.cursor().string(0))
            .param("limit", page.limit() + 1)
            .query(this::view)
            .list();
    return Page.of(rows, page, each -> List.of(each.id()), null);
  }

  private DeadRecord view(ResultSet row, int number) throws SQLException {
    byte[] value = Base64.getDecoder().decode(row.getString("body"));
    String text = new String(value, StandardCharsets.UTF_8);
    return new DeadRecord(
        row.getString("id"),
        row.getString("topic"),
        row.getInt("part"),
        row.getLong("place"),
        headers(row),
        text.substring(0, Math.min(text.length(), SHOWN)),
        value.length,
        row.getString("reason"),
        row.getInt("attempts"),
        row.getTimestamp("arrived_at").toInstant(),
        row.getTimestamp("failed_at").toInstant());
  }

  private Map<String, String> headers(ResultSet row) throws SQLException {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> each : json.read(row.getString("headers")).properties()) {
      headers.put(each.getKey(), each.getValue().asText());
    }
    return headers;
  }

  @Override
  public void redeliver(String id) {
    Received received =
        jdbc.sql("select * from events_record where id = :id and tenant = :tenant")
            .param("id", id)
            .param("tenant", current.tenant().value())
            .query(
                (row, n) ->
                    new Received(
                        row.getString("topic"),
                        row.getInt("part"),
                        row.getLong("place"),
                        headers(row),
                        Base64.getDecoder().decode(row.getString("body"))))
            .optional()
            .orElseThrow(DeadRecordNotFound::new);
    try {
      intake.take(received, current.tenant().value());
    } catch (Problem problem) {
      failed(id, KafkaIntake.reason(problem));
      throw problem;
    }
    transaction.executeWithoutResult(status -> taken(id, received.topic()));
  }

  private void taken(String id, String topic) {
    if (jdbc.sql("delete from events_record where id = :id").param("id", id).update() == 1) {
      events.publishEvent(new RecordRedelivered(current.tenant(), id, topic, clock.instant()));
    }
  }

  private void failed(String id, String reason) {
    jdbc.sql(
            """
            update events_record set attempts = attempts + 1, reason = :reason, failed_at = :now where id = :id
            """)
        .param("reason", shortened(reason))
        .param("now", Timestamp.from(clock.instant()))
        .param("id", id)
        .update();
  }

  @Override
  public int redeliver() {
    List<String> ids =
        jdbc.sql("select id from events_record where tenant = :tenant order by id limit :most")
            .param("tenant", current.tenant().value())
            .param("most", MOST_AT_ONCE)
            .query(String.class)
            .list();
    int done = 0;
    for (String id : ids) {
      try {
        redeliver(id);
        done++;
      } catch (Problem stays) {
        // Its reason is in its row.
        continue;
      }
    }
    return done;
  }

  /** Forgets what was given up long ago; answers how many. */
  int removeBefore(Instant at, int most) {
    return jdbc.sql(
            """
            delete from events_record where id in
              (select id from events_record where failed_at < :at order by failed_at limit :most)
            """)
        .param("at", Timestamp.from(at))
        .param("most", most)
        .update();
  }
}
