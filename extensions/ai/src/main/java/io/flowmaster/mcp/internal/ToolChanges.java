package io.flowmaster.mcp.internal;

import io.flowmaster.platform.DomainEvent;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.TenantId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notes in the transaction of a publication that the tenant's tools are others now, for the
 * listeners of every node. The facts are those of areas that this one does not know, so they are
 * told apart by their names.
 */
@Component
class ToolChanges {
  private static final Duration KEPT = Duration.ofDays(1);
  private static final Set<String> FACTS =
      Set.of(
          "ProcessPublished",
          "ProcessArchived",
          "ProcessRestored",
          "RuleSetPublished",
          "RuleSetArchived",
          "PromptCreated",
          "PromptLabelled",
          "PromptDeleted",
          "UpstreamServerAdded",
          "UpstreamServerChanged",
          "UpstreamServerRemoved");
  private final JdbcClient jdbc;
  private final Clock clock;

  ToolChanges(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @EventListener
  void on(DomainEvent event) {
    if (FACTS.contains(event.getClass().getSimpleName())) {
      note(event.tenant());
    }
  }

  private void note(TenantId tenant) {
    jdbc.sql("delete from mcp_change where tenant = :tenant and at < :before")
        .param("tenant", tenant.value())
        .param("before", Timestamp.from(clock.instant().minus(KEPT)))
        .update();
    jdbc.sql("insert into mcp_change (tenant, id, at) values (:tenant, :id, :at)")
        .param("tenant", tenant.value())
        .param("id", Ids.next())
        .param("at", Timestamp.from(clock.instant()))
        .update();
  }

  /**
   * A mark of each tenant that is another one after each change. It counts, because a change may be
   * committed after a later one.
   */
  Map<String, String> marks(Collection<String> tenants) {
    Map<String, String> marks = new HashMap<>();
    jdbc.sql(
            """
            select tenant, max(id) newest, count(*) changes from mcp_change
            where tenant in (:tenants) group by tenant
            """)
        .param("tenants", tenants)
        .query(
            row -> {
              marks.put(row.getString("tenant"), row.getString("newest") + row.getLong("changes"));
            });
    return marks;
  }
}
