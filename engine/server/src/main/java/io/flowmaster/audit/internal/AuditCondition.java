package io.flowmaster.audit.internal;

import io.flowmaster.audit.AuditFilter;
import io.flowmaster.platform.TenantId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A filter as SQL; only what is asked for is in it, so that the indexes are used. */
final class AuditCondition {
  private static final String TEXT =
      "(lower(detail) like :q escape '!' or lower(actor_name) like :q escape '!'"
          + " or lower(subject) like :q escape '!' or lower(before_value) like :q escape '!'"
          + " or lower(after_value) like :q escape '!')";
  private final StringBuilder sql = new StringBuilder("tenant = :tenant");
  private final Map<String, Object> parameters = new HashMap<>();

  AuditCondition(TenantId tenant, AuditFilter filter) {
    parameters.put("tenant", tenant.value());
    if (filter.subject() != null && filter.subject().endsWith("/*")) {
      String kind = filter.subject().substring(0, filter.subject().length() - 1);
      and("subject >= :kind and subject < :beyond", "kind", kind);
      parameters.put("beyond", kind.substring(0, kind.length() - 1) + '0');
    } else {
      and("subject = :subject", "subject", filter.subject());
    }
    and("actor = :actor", "actor", filter.by());
    and("on_behalf_of = :behalf", "behalf", filter.onBehalfOf());
    and("action = :action", "action", filter.action());
    and("at >= :from", "from", timestamp(filter.from()));
    and("at < :until", "until", timestamp(filter.until()));
    if (filter.q() != null && !filter.q().isBlank()) {
      and(TEXT, "q", "%" + literal(filter.q().strip().toLowerCase(Locale.ROOT)) + "%");
    }
  }

  /** Only what comes after this entry in the order, newest first. */
  void after(Instant at, String id) {
    and("at <= :lastAt and (at < :lastAt or id < :lastId)", "lastAt", timestamp(at));
    parameters.put("lastId", id);
  }

  String sql() {
    return sql.toString();
  }

  Map<String, Object> parameters() {
    return parameters;
  }

  private void and(String clause, String name, @Nullable Object value) {
    if (value != null) {
      sql.append(" and ").append(clause);
      parameters.put(name, value);
    }
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }

  private static String literal(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }
}
