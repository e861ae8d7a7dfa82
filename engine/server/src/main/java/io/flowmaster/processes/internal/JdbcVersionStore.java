package io.flowmaster.processes.internal;

import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import io.flowmaster.processes.ProcessId;
import io.flowmaster.processes.ProcessVersion;
import io.flowmaster.processes.ResourceKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was published. */
@Component
class JdbcVersionStore {
  private final JdbcClient jdbc;

  JdbcVersionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Records a version. One of the same number is gone from the engine, else the engine would not
   * have given the number again; its record goes with it.
   */
  void insert(
      TenantId tenant, ProcessId process, ProcessVersion version, List<String> definitions) {
    jdbc.sql("delete from processes_version where process_id = :id and version = :version")
        .param("id", process.value())
        .param("version", version.version())
        .update();
    jdbc.sql(
            """
            insert into processes_version (process_id, version, tenant, process_key, definition_id, deployment_id, checksum,
              label, changelog, published_at, published_by)
            values (:id, :version, :tenant, :key, :definition, :deployment, :checksum, :label, :changelog, :at, :by)
            """)
        .param("id", process.value())
        .param("version", version.version())
        .param("tenant", tenant.value())
        .param("key", version.key())
        .param("definition", version.processDefinitionId())
        .param("deployment", version.deploymentId())
        .param("checksum", version.checksum())
        .param("label", version.label(), Types.VARCHAR)
        .param("changelog", version.changelog(), Types.VARCHAR)
        .param("at", Timestamp.from(version.publishedAt()))
        .param("by", version.publishedBy().value())
        .update();
    version.resources().forEach(file -> insertFile(process, version.version(), file));
    definitions.forEach(d -> insertDefinition(tenant, process, version.version(), d));
  }

  Optional<ProcessVersion> find(TenantId tenant, ProcessId process, int version) {
    return jdbc.sql(
            "select * from processes_version where tenant = :tenant and process_id = :id and version = :version")
        .param("tenant", tenant.value())
        .param("id", process.value())
        .param("version", version)
        .query((row, n) -> version(row, files(process, List.of(version))))
        .optional();
  }

  /** Versions below a number, the newest first. */
  List<ProcessVersion> below(TenantId tenant, ProcessId process, int below, int limit) {
    List<Integer> numbers =
        jdbc.sql(
                """
                select version from processes_version
                where tenant = :tenant and process_id = :id and version < :below order by version desc limit :limit
                """)
            .param("tenant", tenant.value())
            .param("id", process.value())
            .param("below", below)
            .param("limit", limit)
            .query(Integer.class)
            .list();
    if (numbers.isEmpty()) {
      return List.of();
    }
    Map<Integer, List<ProcessVersion.File>> files = files(process, numbers);
    return jdbc.sql(
            "select * from processes_version where process_id = :id and version in (:numbers) order by version desc")
        .param("id", process.value())
        .param("numbers", numbers)
        .query((row, n) -> version(row, files))
        .list();
  }

  long count(TenantId tenant, ProcessId process) {
    return jdbc.sql(
            "select count(*) from processes_version where tenant = :tenant and process_id = :id")
        .param("tenant", tenant.value())
        .param("id", process.value())
        .query(Long.class)
        .single();
  }

  /** The engine's definitions of all versions. */
  List<String> definitions(ProcessId process) {
    return jdbc.sql("select definition_id from processes_definition where process_id = :id")
        .param("id", process.value())
        .query(String.class)
        .list();
  }

  /** The catalogue's process of each engine definition; definitions from other doors are absent. */
  Map<String, ProcessId> owners(TenantId tenant, Collection<String> definitions) {
    Map<String, ProcessId> owners = new HashMap<>();
    if (!definitions.isEmpty()) {
      jdbc.sql(
              "select definition_id, process_id from processes_definition where tenant = :tenant and definition_id in (:ids)")
          .param("tenant", tenant.value())
          .param("ids", definitions)
          .query(
              row -> {
                owners.put(row.getString(1), new ProcessId(row.getString(2)));
              });
    }
    return owners;
  }

  private Map<Integer, List<ProcessVersion.File>> files(
      ProcessId process, Collection<Integer> versions) {
    Map<Integer, List<ProcessVersion.File>> files = new HashMap<>();
    jdbc.sql(
            """
            select version, name, kind, size_bytes, sha256 from processes_version_resource
            where process_id = :id and version in (:versions) order by kind, name
            """)
        .param("id", process.value())
        .param("versions", versions)
        .query(
            row -> {
              files
                  .computeIfAbsent(row.getInt("version"), v -> new java.util.ArrayList<>())
                  .add(
                      new ProcessVersion.File(
                          row.getString("name"),
                          ResourceKind.valueOf(row.getString("kind")),
                          row.getInt("size_bytes"),
                          row.getString("sha256")));
            });
    return files;
  }

  private void insertFile(ProcessId process, int version, ProcessVersion.File file) {
    jdbc.sql(
            """
            insert into processes_version_resource (process_id, version, name, kind, size_bytes, sha256)
            values (:id, :version, :name, :kind, :size, :sha)
            """)
        .param("id", process.value())
        .param("version", version)
        .param("name", file.name())
        .param("kind", file.kind().name())
        .param("size", file.size())
        .param("sha", file.sha256())
        .update();
  }

  private void insertDefinition(
      TenantId tenant, ProcessId process, int version, String definition) {
    jdbc.sql(
            """
            insert into processes_definition (definition_id, tenant, process_id, version)
            values (:definition, :tenant, :id, :version)
            """)
        .param("definition", definition)
        .param("tenant", tenant.value())
        .param("id", process.value())
        .param("version", version)
        .update();
  }

  private static ProcessVersion version(
      ResultSet row, Map<Integer, List<ProcessVersion.File>> files) throws SQLException {
    int number = row.getInt("version");
    return new ProcessVersion(
        number,
        row.getString("process_key"),
        row.getString("definition_id"),
        row.getString("deployment_id"),
        row.getTimestamp("published_at").toInstant(),
        new UserId(row.getString("published_by")),
        row.getString("changelog"),
        row.getString("label"),
        row.getString("checksum"),
        files.getOrDefault(number, List.of()));
  }
}
