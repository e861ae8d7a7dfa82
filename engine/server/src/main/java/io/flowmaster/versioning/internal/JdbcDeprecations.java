package io.flowmaster.versioning.internal;

import io.flowmaster.platform.Actor;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import io.flowmaster.processes.ProcessId;
import io.flowmaster.processes.ProcessVersion;
import io.flowmaster.versioning.VersionView.Deprecation;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which versions are deprecated. */
@Component
class JdbcDeprecations {
  private final JdbcClient jdbc;

  JdbcDeprecations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** By the engine's definition: the engine may give the number of a deleted version again. */
  Map<String, Deprecation> of(TenantId tenant, Collection<ProcessVersion> versions) {
    Map<String, Deprecation> found = new HashMap<>();
    if (!versions.isEmpty()) {
      List<String> ids = versions.stream().map(ProcessVersion::processDefinitionId).toList();
      jdbc.sql(
              """
              select definition_id, reason, deprecated_at, deprecated_by from versioning_deprecation
              where tenant = :tenant and definition_id in (:ids)
              """)
          .param("tenant", tenant.value())
          .param("ids", ids)
          .query(
              row -> {
                found.put(
                    row.getString("definition_id"),
                    new Deprecation(
                        row.getTimestamp("deprecated_at").toInstant(),
                        new UserId(row.getString("deprecated_by")),
                        row.getString("reason")));
              });
    }
    return found;
  }

  void put(
      Actor actor, ProcessId process, ProcessVersion version, @Nullable String reason, Instant at) {
    remove(actor.tenant(), process, version.version());
    jdbc.sql(
            """
            insert into versioning_deprecation (tenant, process_id, version, definition_id, reason, deprecated_at, deprecated_by)
            values (:tenant, :process, :version, :definition, :reason, :at, :by)
            """)
        .param("tenant", actor.tenant().value())
        .param("process", process.value())
        .param("version", version.version())
        .param("definition", version.processDefinitionId())
        .param("reason", reason, Types.VARCHAR)
        .param("at", Timestamp.from(at))
        .param("by", actor.id().value())
        .update();
  }

  boolean remove(TenantId tenant, ProcessId process, int version) {
    return jdbc.sql(
                "delete from versioning_deprecation where tenant = :tenant and process_id = :process and version = :version")
            .param("tenant", tenant.value())
            .param("process", process.value())
            .param("version", version)
            .update()
        > 0;
  }
}
