package io.flowmaster.audit.internal;

import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.Ids;
import java.sql.Timestamp;
import java.sql.Types;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Appends every {@link DomainEvent} to the audit log, in the transaction that caused it. */
@Component
class JdbcAuditLog {
  /** The request attribute that says that this request left an entry. */
  static final String RECORDED = JdbcAuditLog.class.getName();

  private final JdbcClient jdbc;
  private final MaskedJson json;
  private final CurrentActor current;

  JdbcAuditLog(JdbcClient jdbc, MaskedJson json, CurrentActor current) {
    this.jdbc = jdbc;
    this.json = json;
    this.current = current;
  }

  @EventListener
  void append(DomainEvent event) {
    Actor actor = current.find().orElseGet(() -> Actor.system(event.tenant()));
    jdbc.sql(
            """
            insert into audit_tail (id, tenant, at, actor, actor_name, actor_kind, on_behalf_of, action, subject,
                                    detail, before_value, after_value, request_id, trace_id)
            values (:id, :tenant, :at, :actor, :name, :kind, :behalf, :action, :subject,
                    :detail, :before, :after, :request, :trace)
            """)
        .param("id", Ids.next())
        .param("tenant", event.tenant().value())
        .param("at", Timestamp.from(event.at()))
        .param("actor", actor.id().value())
        .param("name", actor.name())
        .param("kind", actor.kind().name())
        .param("behalf", behalf(actor), Types.VARCHAR)
        .param("action", event.getClass().getSimpleName())
        .param("subject", event.subject())
        .param("detail", json.write(event))
        .param("before", json.writeIfPresent(event.before()), Types.VARCHAR)
        .param("after", json.writeIfPresent(event.after()), Types.VARCHAR)
        .param("request", MDC.get("requestId"), Types.VARCHAR)
        .param("trace", MDC.get("traceId"), Types.VARCHAR)
        .update();
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.setAttribute(RECORDED, true, RequestAttributes.SCOPE_REQUEST);
    }
  }

  private static @Nullable String behalf(Actor actor) {
    return actor.onBehalfOf() == null ? null : actor.onBehalfOf().value();
  }
}
