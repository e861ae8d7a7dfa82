package io.flowmaster.processes.internal;

import io.flowmaster.engine.EngineDefinitions;
import io.flowmaster.engine.EngineDefinitions.SeenDefinition;
import io.flowmaster.platform.TenantId;
import io.flowmaster.processes.ProcessId;
import io.flowmaster.processes.ProcessStatus;
import io.flowmaster.processes.PublishedProcess;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a start must know, in one statement: the engine's definition, whose it is, and whether it
 * may be started. Nothing is kept between calls, so that every node starts what was published last.
 */
@Component
class JdbcStartable {
  private static final String BY_KEY =
      """
      select d.id_, d.key_, d.name_, d.version_, d.deployment_id_, p.id, p.process_key, p.status, p.latest_version,
        d.rev_, d.suspension_state_, d.history_ttl_
      from act_re_procdef d
      left join processes_definition o on o.definition_id = d.id_ and o.tenant = d.tenant_id_
      left join processes_process p on p.id = o.process_id
      where d.tenant_id_ = :tenant and d.key_ = :key
      """;

  private static final String BY_ID =
      """
      select d.id_, d.key_, d.name_, d.version_, d.deployment_id_, p.id, p.process_key, p.status, p.latest_version,
        d.rev_, d.suspension_state_, d.history_ttl_
      from processes_process p
      left join processes_version v
        on v.process_id = p.id and v.version = coalesce(cast(:version as integer), p.latest_version)
      left join act_re_procdef d on d.id_ = v.definition_id and d.tenant_id_ = p.tenant
      where p.tenant = :tenant and p.id = :id
      """;

  private final JdbcClient jdbc;
  private final EngineDefinitions engine;

  JdbcStartable(JdbcClient jdbc, EngineDefinitions engine) {
    this.jdbc = jdbc;
    this.engine = engine;
  }

  /**
   * @param process null when the engine has no such definition
   * @param catalogued the key of the catalogue's process; null when it is not in the catalogue
   * @param latest null when nothing is published
   */
  record Startable(
      @Nullable PublishedProcess process,
      @Nullable String catalogued,
      @Nullable ProcessStatus status,
      @Nullable Integer latest) {}

  /** Empty when the tenant has no such process in its catalogue. */
  Optional<Startable> byId(TenantId tenant, ProcessId id, @Nullable Integer version) {
    return jdbc.sql(BY_ID)
        .param("tenant", tenant.value())
        .param("id", id.value())
        .param("version", version, java.sql.Types.INTEGER)
        .query(this::read)
        .optional();
  }

  /** The latest for no version; empty when the engine has none of this key. In catalogue or not. */
  Optional<Startable> byKey(TenantId tenant, String key, @Nullable Integer version) {
    return version == null
        ? jdbc.sql(BY_KEY + " order by d.version_ desc limit 1")
            .param("tenant", tenant.value())
            .param("key", key)
            .query(this::read)
            .optional()
        : jdbc.sql(BY_KEY + " and d.version_ = :version")
            .param("tenant", tenant.value())
            .param("key", key)
            .param("version", version)
            .query(this::read)
            .optional();
  }

  private Startable read(ResultSet row, int number) throws SQLException {
    String definition = row.getString(1);
    String owner = row.getString(6);
    String status = row.getString(8);
    int latest = row.getInt(9);
    return new Startable(
        definition == null ? null : published(row, definition, owner),
        row.getString(7),
        status == null ? null : ProcessStatus.valueOf(status),
        latest == 0 ? null : latest);
  }

  private PublishedProcess published(ResultSet row, String definition, @Nullable String owner)
      throws SQLException {
    String key = row.getString(2);
    String name = row.getString(3);
    engine.seen(
        new SeenDefinition(
            definition,
            row.getInt("rev_"),
            row.getInt("suspension_state_"),
            row.getObject("history_ttl_", Integer.class)));
    return new PublishedProcess(
        owner == null ? null : new ProcessId(owner),
        key,
        name == null || name.isBlank() ? key : name,
        row.getInt(4),
        definition,
        row.getString(5));
  }
}
