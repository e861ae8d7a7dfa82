package io.flowmaster.processes.internal;

import io.flowmaster.platform.Actor;
import io.flowmaster.platform.Revision;
import io.flowmaster.processes.ProcessFiles;
import io.flowmaster.processes.ProcessId;
import io.flowmaster.processes.ProcessVersion;
import io.flowmaster.processes.Resource;
import io.flowmaster.processes.ResourceKind;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files of drafts; callers hold the lock of the process's row when they write. */
@Component
class JdbcResourceStore {
  private static final Comparator<Resource> BPMN_FIRST =
      Comparator.comparing(Resource::kind).thenComparing(Resource::name);
  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcResourceStore(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** All files of the draft, the BPMN first. */
  List<Resource> bundle(ProcessId process) {
    return jdbc
        .sql("select name, kind, content from processes_resource where process_id = :id")
        .param("id", process.value())
        .query(
            (row, n) ->
                resource(row.getString("name"), row.getString("kind"), row.getString("content")))
        .list()
        .stream()
        .sorted(BPMN_FIRST)
        .toList();
  }

  Resource bpmn(ProcessId process) {
    return jdbc.sql(
            "select name, kind, content from processes_resource where process_id = :id and kind = 'BPMN'")
        .param("id", process.value())
        .query(
            (row, n) ->
                resource(row.getString("name"), row.getString("kind"), row.getString("content")))
        .single();
  }

  /** What files there are, the BPMN first. */
  List<ProcessVersion.File> list(ProcessId process) {
    return jdbc.sql(
            "select name, kind, size_bytes, sha256 from processes_resource where process_id = :id order by kind, name")
        .param("id", process.value())
        .query(
            (row, n) ->
                new ProcessVersion.File(
                    row.getString("name"),
                    ResourceKind.valueOf(row.getString("kind")),
                    row.getInt("size_bytes"),
                    row.getString("sha256")))
        .list();
  }

  Optional<ProcessFiles.Stored> find(ProcessId process, String name) {
    return jdbc.sql(
            "select name, kind, content, revision from processes_resource where process_id = :id and name = :name")
        .param("id", process.value())
        .param("name", name)
        .query(
            (row, n) ->
                new ProcessFiles.Stored(
                    resource(
                        row.getString("name"), row.getString("kind"), row.getString("content")),
                    new Revision(row.getLong("revision"))))
        .optional();
  }

  Optional<Revision> revision(ProcessId process, String name) {
    return jdbc.sql(
            "select revision from processes_resource where process_id = :id and name = :name")
        .param("id", process.value())
        .param("name", name)
        .query(Long.class)
        .optional()
        .map(Revision::new);
  }

  /** Makes the file, or replaces the one of the same name. */
  void put(ProcessId process, Actor actor, Resource file) {
    long next = revision(process, file.name()).map(r -> r.number() + 1).orElse(1L);
    delete(process, file.name());
    jdbc.sql(
            """
            insert into processes_resource (process_id, name, kind, content, size_bytes, sha256, revision, updated_at, updated_by)
            values (:id, :name, :kind, :content, :size, :sha, :revision, :now, :actor)
            """)
        .param("id", process.value())
        .param("name", file.name())
        .param("kind", file.kind().name())
        .param("content", Base64.getEncoder().encodeToString(file.content()))
        .param("size", file.content().length)
        .param("sha", file.sha256())
        .param("revision", next)
        .param("now", Timestamp.from(clock.instant()))
        .param("actor", actor.id().value())
        .update();
  }

  boolean delete(ProcessId process, String name) {
    return jdbc.sql("delete from processes_resource where process_id = :id and name = :name")
            .param("id", process.value())
            .param("name", name)
            .update()
        > 0;
  }

  /** Leaves exactly these files. */
  void replaceAll(ProcessId process, Actor actor, List<Resource> files) {
    List<String> names = files.stream().map(Resource::name).toList();
    jdbc.sql("delete from processes_resource where process_id = :id and name not in (:names)")
        .param("id", process.value())
        .param("names", names)
        .update();
    files.forEach(file -> put(process, actor, file));
  }

  String checksum(ProcessId process) {
    return checksumOf(list(process));
  }

  /** One SHA-256 over names and contents, whatever the order. */
  static String checksum(List<Resource> files) {
    return checksumOf(files.stream().map(ProcessVersion.File::of).toList());
  }

  private static String checksumOf(List<ProcessVersion.File> files) {
    String lines =
        files.stream()
            .map(file -> file.name() + "\n" + file.sha256() + "\n")
            .sorted()
            .collect(Collectors.joining());
    return new Resource("checksums", ResourceKind.FORM, lines.getBytes(StandardCharsets.UTF_8))
        .sha256();
  }

  private static Resource resource(String name, String kind, String base64) {
    return new Resource(name, ResourceKind.valueOf(kind), Base64.getDecoder().decode(base64));
  }
}
