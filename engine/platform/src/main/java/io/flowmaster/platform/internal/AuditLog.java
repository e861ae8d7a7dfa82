package io.flowmaster.platform.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.AuditEntry;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.TenantId;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Appends every {@link DomainEvent} to the audit log, in the transaction that caused it. */
@Component
class AuditLog {
  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final CurrentActor current;

  AuditLog(JdbcClient jdbc, ObjectMapper json, CurrentActor current) {
    this.jdbc = jdbc;
    this.json = json;
    this.current = current;
  }

  @EventListener
  void append(DomainEvent event) {
    Actor actor = current.find().orElseGet(() -> Actor.system(event.tenant()));
    jdbc.sql(
            """
            insert into platform_audit (id, tenant, at, actor, actor_name, actor_kind, on_behalf_of, action, subject, detail, request_id)
            values (:id, :tenant, :at, :actor, :name, :kind, :behalf, :action, :subject, :detail, :request)
            """)
        .param("id", Ids.next())
        .param("tenant", event.tenant().value())
        .param("at", Timestamp.from(event.at()))
        .param("actor", actor.id().value())
        .param("name", actor.name())
        .param("kind", actor.kind().name())
        .param(
            "behalf",
            actor.onBehalfOf() == null ? null : actor.onBehalfOf().value(),
            java.sql.Types.VARCHAR)
        .param("action", event.getClass().getSimpleName())
        .param("subject", event.subject())
        .param("detail", write(event))
        .param("request", MDC.get("requestId"))
        .update();
  }

  Page<AuditEntry> search(
      TenantId tenant, @Nullable String subject, @Nullable String actor, PageQuery page) {
    List<AuditEntry> rows =
        jdbc.sql(
                """
                select * from platform_audit
                where tenant = :tenant and (:subject is null or subject = :subject) and (:actor is null or actor = :actor)
                  and id < :before
                order by id desc limit :limit
                """)
            .param("tenant", tenant.value())
            .param("subject", subject, java.sql.Types.VARCHAR)
            .param("actor", actor, java.sql.Types.VARCHAR)
            .param("before", page.cursor() == null ? "g" : page.cursor().string(0))
            .param("limit", page.limit() + 1)
            .query(
                (row, n) ->
                    new AuditEntry(
                        row.getString("id"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor"),
                        row.getString("actor_name"),
                        Actor.Kind.valueOf(row.getString("actor_kind")),
                        row.getString("on_behalf_of"),
                        row.getString("action"),
                        row.getString("subject"),
                        read(row.getString("detail")),
                        row.getString("request_id")))
            .list();
    Long total = page.count() ? count(tenant, subject, actor) : null;
    return Page.of(rows, page, entry -> List.of(entry.id()), total);
  }

  private Long count(TenantId tenant, @Nullable String subject, @Nullable String actor) {
    return jdbc.sql(
            """
            select count(*) from platform_audit
            where tenant = :tenant and (:subject is null or subject = :subject) and (:actor is null or actor = :actor)
            """)
        .param("tenant", tenant.value())
        .param("subject", subject, java.sql.Types.VARCHAR)
        .param("actor", actor, java.sql.Types.VARCHAR)
        .query(Long.class)
        .single();
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode read(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
