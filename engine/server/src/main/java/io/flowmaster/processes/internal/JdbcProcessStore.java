package io.flowmaster.processes.internal;

import io.flowmaster.platform.Actor;
import io.flowmaster.platform.Revision;
import io.flowmaster.platform.TenantId;
import io.flowmaster.processes.ProcessId;
import io.flowmaster.processes.ProcessStatus;
import io.flowmaster.processes.ProcessView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the catalogue and their tags. */
@Component
class JdbcProcessStore {
  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcProcessStore(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What a draft says of itself. */
  record Draft(
      String key,
      String name,
      @Nullable String description,
      List<String> tags,
      String folder,
      String checksum) {}

  Optional<ProcessView> find(TenantId tenant, ProcessId id) {
    return one(tenant, id, "");
  }

  /** The row, locked until the transaction ends, so that changes come one after the other. */
  Optional<ProcessView> lock(TenantId tenant, ProcessId id) {
    return one(tenant, id, " for update");
  }

  Optional<ProcessId> ownerOf(TenantId tenant, String key) {
    return jdbc.sql(
            "select id from processes_process where tenant = :tenant and process_key = :key")
        .param("tenant", tenant.value())
        .param("key", key)
        .query(String.class)
        .optional()
        .map(ProcessId::new);
  }

  String draftChecksum(ProcessId id) {
    return jdbc.sql("select draft_checksum from processes_process where id = :id")
        .param("id", id.value())
        .query(String.class)
        .single();
  }

  void insert(ProcessId id, Actor actor, Draft draft) {
    jdbc.sql(
            """
            insert into processes_process (id, tenant, process_key, name, name_folded, description, search_text, folder, status,
              draft_checksum, revision, created_at, created_by, updated_at, updated_by)
            values (:id, :tenant, :key, :name, :folded, :description, :search, :folder, 'DRAFT', :checksum, 1, :now, :actor, :now, :actor)
            """)
        .param("tenant", actor.tenant().value())
        .params(named(id, actor, draft))
        .update();
    insertTags(id, draft.tags());
  }

  void update(ProcessId id, Actor actor, Draft draft) {
    jdbc.sql(
            """
            update processes_process set process_key = :key, name = :name, name_folded = :folded, description = :description,
              search_text = :search, folder = :folder, draft_checksum = :checksum, revision = revision + 1, updated_at = :now, updated_by = :actor
            where id = :id
            """)
        .params(named(id, actor, draft))
        .update();
    jdbc.sql("delete from processes_tag where process_id = :id").param("id", id.value()).update();
    insertTags(id, draft.tags());
  }

  void setDraftChecksum(ProcessId id, Actor actor, String checksum) {
    touch(id, actor, "draft_checksum = :value", checksum);
  }

  void setStatus(ProcessId id, Actor actor, ProcessStatus status) {
    touch(id, actor, "status = :value", status.name());
  }

  void setPublished(ProcessId id, Actor actor, int version, String checksum) {
    touch(id, actor, "status = 'PUBLISHED', published_checksum = :value", checksum);
    jdbc.sql("update processes_process set latest_version = :version where id = :id")
        .param("version", version)
        .param("id", id.value())
        .update();
  }

  static String folded(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private void touch(ProcessId id, Actor actor, String assignment, String value) {
    jdbc.sql(
            "update processes_process set "
                + assignment
                + ", revision = revision + 1, updated_at = :now, updated_by = :actor where id = :id")
        .param("value", value)
        .param("now", Timestamp.from(clock.instant()))
        .param("actor", actor.id().value())
        .param("id", id.value())
        .update();
  }

  private java.util.Map<String, @Nullable Object> named(ProcessId id, Actor actor, Draft draft) {
    java.util.Map<String, @Nullable Object> values = new java.util.HashMap<>();
    values.put("id", id.value());
    values.put("key", draft.key());
    values.put("name", draft.name());
    values.put("folded", folded(draft.name()));
    values.put(
        "description",
        new org.springframework.jdbc.core.SqlParameterValue(Types.VARCHAR, draft.description()));
    values.put("search", searchText(draft));
    values.put("folder", draft.folder());
    values.put("checksum", draft.checksum());
    values.put("now", Timestamp.from(clock.instant()));
    values.put("actor", actor.id().value());
    return values;
  }

  private static String searchText(Draft draft) {
    String description = draft.description() == null ? "" : draft.description();
    return folded(draft.name() + "\n" + draft.key() + "\n" + description);
  }

  private void insertTags(ProcessId id, List<String> tags) {
    for (String tag : tags) {
      jdbc.sql("insert into processes_tag (process_id, tag) values (:id, :tag)")
          .param("id", id.value())
          .param("tag", tag)
          .update();
    }
  }

  private Optional<ProcessView> one(TenantId tenant, ProcessId id, String lock) {
    return jdbc.sql("select * from processes_process where tenant = :tenant and id = :id" + lock)
        .param("tenant", tenant.value())
        .param("id", id.value())
        .query((row, n) -> view(row, tags(id)))
        .optional();
  }

  private List<String> tags(ProcessId id) {
    return jdbc.sql("select tag from processes_tag where process_id = :id order by tag")
        .param("id", id.value())
        .query(String.class)
        .list();
  }

  static ProcessView view(ResultSet row, List<String> tags) throws SQLException {
    int latest = row.getInt("latest_version");
    Integer latestVersion = row.wasNull() ? null : latest;
    return new ProcessView(
        new ProcessId(row.getString("id")),
        row.getString("process_key"),
        row.getString("name"),
        row.getString("description"),
        tags,
        row.getString("folder"),
        ProcessStatus.valueOf(row.getString("status")),
        latestVersion,
        !row.getString("draft_checksum").equals(row.getString("published_checksum")),
        null,
        row.getString("created_by"),
        row.getTimestamp("created_at").toInstant(),
        row.getString("updated_by"),
        row.getTimestamp("updated_at").toInstant(),
        new Revision(row.getLong("revision")));
  }
}
