package io.flowmaster.audit.internal;

import io.flowmaster.platform.Actor;
import io.flowmaster.platform.BeforeCommit;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.WritesAtCommit;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.SqlParameterValue;
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
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final WritesAtCommit writes;
  private final MaskedJson json;
  private final CurrentActor current;
  private final BeforeCommit<List<Object[]>> entries =
      new BeforeCommit<>(BeforeCommit.Stage.RECORDS, ArrayList::new, this::insert);

  JdbcAuditLog(WritesAtCommit writes, MaskedJson json, CurrentActor current) {
    this.writes = writes;
    this.json = json;
    this.current = current;
  }

  @EventListener
  void append(DomainEvent event) {
    Actor actor = current.find().orElseGet(() -> Actor.system(event.tenant()));
    Object[] entry = {
      Ids.next(),
      event.tenant().value(),
      Timestamp.from(event.at()),
      actor.id().value(),
      actor.name(),
      actor.kind().name(),
      text(behalf(actor)),
      event.getClass().getSimpleName(),
      event.subject(),
      json.of(event),
      text(json.writeIfPresent(event.before())),
      text(json.writeIfPresent(event.after())),
      text(MDC.get("requestId")),
      text(MDC.get("traceId"))
    };
    entries.collect(now -> now.add(entry));
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.setAttribute(RECORDED, true, RequestAttributes.SCOPE_REQUEST);
    }
  }

  private void insert(List<Object[]> entries) {
    entries.forEach(entry -> writes.add(INSERT, entry));
  }

  private static SqlParameterValue text(@Nullable String value) {
    return new SqlParameterValue(Types.VARCHAR, value);
  }

  private static @Nullable String behalf(Actor actor) {
    return actor.onBehalfOf() == null ? null : actor.onBehalfOf().value();
  }
}
