package io.flowmaster.events.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.events.EventSubscription.Status;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The subscriptions of all tenants. */
@Component
class JdbcSubscriptions {
  private final JdbcClient jdbc;
  private final RowJson json;

  JdbcSubscriptions(JdbcClient jdbc, RowJson json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void add(SubscriptionRow row) {
    jdbc.sql(
            """
            insert into events_subscription (id, tenant, name, types, filter, sink_kind, sink, secret, status, reason,
              position, missed, failures, revision, created_by, actor_name, actor_kind, actor_roles, actor_groups,
              actor_member, created_at)
            values (:id, :tenant, :name, :types, :filter, :kind, :sink, :secret, :status, :reason,
              :position, 0, 0, 1, :by, :actorName, :actorKind, :roles, :groups, :member, :at)
            """)
        .params(content(row))
        .param("tenant", row.tenant())
        .param("status", row.status().name())
        .param("reason", row.reason())
        .param("position", row.position())
        .param("by", row.actor().id().value())
        .param("actorName", row.actor().name())
        .param("actorKind", row.actor().kind().name())
        .param("roles", json.write(row.actor().roles()))
        .param("groups", json.write(row.actor().groups()))
        .param("member", row.member())
        .param("at", Timestamp.from(row.createdAt()))
        .update();
  }

  private Map<String, @Nullable Object> content(SubscriptionRow row) {
    Map<String, @Nullable Object> content = new LinkedHashMap<>();
    content.put("id", row.id());
    content.put("name", row.name());
    content.put("types", json.write(row.types()));
    content.put("filter", row.filter());
    content.put("kind", row.kind());
    content.put("sink", json.write(row.sink()));
    content.put("secret", row.secret());
    return content;
  }

  void change(SubscriptionRow row) {
    jdbc.sql(
            """
            update events_subscription set name = :name, types = :types, filter = :filter, sink_kind = :kind,
              sink = :sink, secret = :secret, revision = revision + 1, failures = 0
            where id = :id
            """)
        .params(content(row))
        .update();
  }

  Optional<SubscriptionRow> find(String id) {
    return jdbc.sql("select * from events_subscription where id = :id")
        .param("id", id)
        .query(this::read)
        .optional();
  }

  /** Holds the row until the end of the transaction. */
  Optional<SubscriptionRow> lock(String id) {
    return jdbc.sql("select * from events_subscription where id = :id for update")
        .param("id", id)
        .query(this::read)
        .optional();
  }

  List<SubscriptionRow> page(TenantId tenant, PageQuery page) {
    return jdbc.sql(
            "select * from events_subscription where tenant = :tenant and id > :after order by id limit :limit")
        .param("tenant", tenant.value())
        .param("after", page.cursor() == null ? "" : page.cursor().string(0))
        .param("limit", page.limit() + 1)
        .query(this::read)
        .list();
  }

  List<SubscriptionRow> active() {
    return jdbc.sql("select * from events_subscription where status = 'ACTIVE'")
        .query(this::read)
        .list();
  }

  int count(TenantId tenant) {
    return jdbc.sql("select count(*) from events_subscription where tenant = :tenant")
        .param("tenant", tenant.value())
        .query(Integer.class)
        .single();
  }

  boolean status(String id, Status status, @Nullable String reason) {
    return jdbc.sql(
                """
                update events_subscription set status = :status, reason = :reason, failures = 0
                where id = :id and status <> :status
                """)
            .param("id", id)
            .param("status", status.name())
            .param("reason", reason)
            .update()
        == 1;
  }

  void move(String id, long position, long missed) {
    jdbc.sql(
            "update events_subscription set position = :position, missed = missed + :missed where id = :id")
        .param("id", id)
        .param("position", position)
        .param("missed", missed)
        .update();
  }

  void failed(String id) {
    jdbc.sql("update events_subscription set failures = failures + 1 where id = :id")
        .param("id", id)
        .update();
  }

  void succeeded(String id) {
    jdbc.sql("update events_subscription set failures = 0 where id = :id and failures > 0")
        .param("id", id)
        .update();
  }

  void remove(String id) {
    for (String table : List.of("events_delivery", "events_replay")) {
      jdbc.sql("delete from " + table + " where subscription = :id").param("id", id).update();
    }
    jdbc.sql("delete from events_subscription where id = :id").param("id", id).update();
  }

  private SubscriptionRow read(ResultSet row, int number) throws SQLException {
    Actor actor =
        new Actor(
            new TenantId(row.getString("tenant")),
            new UserId(row.getString("created_by")),
            row.getString("actor_name"),
            Actor.Kind.valueOf(row.getString("actor_kind")),
            words(row.getString("actor_roles")),
            words(row.getString("actor_groups")));
    return new SubscriptionRow(
        row.getString("id"),
        row.getString("name"),
        List.copyOf(ordered(row.getString("types"))),
        row.getString("filter"),
        row.getString("sink_kind"),
        (ObjectNode) json.read(row.getString("sink")),
        row.getString("secret"),
        Status.valueOf(row.getString("status")),
        row.getString("reason"),
        row.getLong("position"),
        row.getLong("missed"),
        row.getInt("failures"),
        row.getLong("revision"),
        actor,
        row.getBoolean("actor_member"),
        row.getTimestamp("created_at").toInstant());
  }

  private Set<String> words(String text) {
    return new HashSet<>(ordered(text));
  }

  private List<String> ordered(String text) {
    List<String> words = new java.util.ArrayList<>();
    for (JsonNode each : json.read(text)) {
      words.add(each.asText());
    }
    return words;
  }
}
