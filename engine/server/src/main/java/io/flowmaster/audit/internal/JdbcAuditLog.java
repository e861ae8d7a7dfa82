package io.flowmaster.audit.internal;

import io.flowmaster.platform.Actor;
import io.flowmaster.platform.BeforeCommit;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.Ids;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Appends every {@link DomainEvent} to the audit log, in the transaction that caused it: all of
 * them together, at its end.
 */
@Component
class JdbcAuditLog {
  /** The request attribute that says that this request left an entry. */
  static final String RECORDED = JdbcAuditLog.class.getName();

  private static final String INSERT =
      """
      insert into audit_tail (id, tenant, at, actor, actor_name, actor_kind, on_behalf_of, action, subject,
                              detail, before_value, after_value, request_id, trace_id)
      values (:id, :tenant, :at, :actor, :name, :kind, :behalf, :action, :subject,
              :detail, :before, :after, :request, :trace)
      """;

  private final NamedParameterJdbcOperations jdbc;
  private final MaskedJson json;
  private final CurrentActor current;
  private final BeforeCommit<List<SqlParameterSource>> entries =
      new BeforeCommit<>(BeforeCommit.Stage.RECORDS, ArrayList::new, this::insert);

  JdbcAuditLog(NamedParameterJdbcOperations jdbc, MaskedJson json, CurrentActor current) {
    this.jdbc = jdbc;
    this.json = json;
    this.current = current;
  }

  @EventListener
  void append(DomainEvent event) {
    Actor actor = current.find().orElseGet(() -> Actor.system(event.tenant()));
    SqlParameterSource entry =
        new MapSqlParameterSource()
            .addValue("id", Ids.next())
            .addValue("tenant", event.tenant().value())
            .addValue("at", Timestamp.from(event.at()))
            .addValue("actor", actor.id().value())
            .addValue("name", actor.name())
            .addValue("kind", actor.kind().name())
            .addValue("behalf", behalf(actor), Types.VARCHAR)
            .addValue("action", event.getClass().getSimpleName())
            .addValue("subject", event.subject())
            .addValue("detail", json.write(event))
            .addValue("before", json.writeIfPresent(event.before()), Types.VARCHAR)
            .addValue("after", json.writeIfPresent(event.after()), Types.VARCHAR)
            .addValue("request", MDC.get("requestId"), Types.VARCHAR)
            .addValue("trace", MDC.get("traceId"), Types.VARCHAR);
    entries.collect(now -> now.add(entry));
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.setAttribute(RECORDED, true, RequestAttributes.SCOPE_REQUEST);
    }
  }

  private void insert(List<SqlParameterSource> entries) {
    jdbc.batchUpdate(INSERT, entries.toArray(SqlParameterSource[]::new));
  }

  private static @Nullable String behalf(Actor actor) {
    return actor.onBehalfOf() == null ? null : actor.onBehalfOf().value();
  }
}
