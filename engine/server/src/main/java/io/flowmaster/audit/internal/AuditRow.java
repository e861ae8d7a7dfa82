package io.flowmaster.audit.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The stored columns of an entry: exactly what the chain protects.
 *
 * @param detail JSON text, byte for byte as it was written
 */
record AuditRow(
    String id,
    String tenant,
    Instant at,
    String actor,
    String actorName,
    String actorKind,
    @Nullable String onBehalfOf,
    String action,
    String subject,
    String detail,
    @Nullable String before,
    @Nullable String after,
    @Nullable String requestId,
    @Nullable String traceId) {

  static final String COLUMNS =
      "id, tenant, at, actor, actor_name, actor_kind, on_behalf_of, action, subject, detail,"
          + " before_value, after_value, request_id, trace_id";

  static AuditRow of(ResultSet row) throws SQLException {
    return new AuditRow(
        row.getString("id"),
        row.getString("tenant"),
        row.getTimestamp("at").toInstant(),
        row.getString("actor"),
        row.getString("actor_name"),
        row.getString("actor_kind"),
        row.getString("on_behalf_of"),
        row.getString("action"),
        row.getString("subject"),
        row.getString("detail"),
        row.getString("before_value"),
        row.getString("after_value"),
        row.getString("request_id"),
        row.getString("trace_id"));
  }
}
