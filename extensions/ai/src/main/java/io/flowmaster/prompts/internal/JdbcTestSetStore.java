package io.flowmaster.prompts.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.platform.Revision;
import io.flowmaster.platform.TenantId;
import io.flowmaster.prompts.PromptRun;
import io.flowmaster.prompts.PromptTestSet;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Test sets and their runs in {@code prompts_test_set} and {@code prompts_run}. */
@Component
class JdbcTestSetStore {
  private static final String SETS =
      "select * from prompts_test_set where tenant = :tenant and prompt = :prompt";
  private final JdbcClient jdbc;
  private final ObjectMapper json;

  JdbcTestSetStore(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  List<PromptTestSet> all(TenantId tenant, String prompt) {
    return jdbc.sql(SETS + " order by name")
        .param("tenant", tenant.value())
        .param("prompt", prompt)
        .query(this::set)
        .list();
  }

  Optional<PromptTestSet> find(TenantId tenant, String prompt, String id, boolean lock) {
    return jdbc.sql(SETS + " and id = :id" + (lock ? " for update" : ""))
        .param("tenant", tenant.value())
        .param("prompt", prompt)
        .param("id", id)
        .query(this::set)
        .optional();
  }

  void insert(TenantId tenant, String prompt, PromptTestSet set) {
    jdbc.sql(
            """
            insert into prompts_test_set (tenant, prompt, id, name, content, revision, updated_at, updated_by)
            values (:tenant, :prompt, :id, :name, :content, 1, :at, :by)
            """)
        .param("tenant", tenant.value())
        .param("prompt", prompt)
        .param("id", set.id())
        .param("name", set.content().name())
        .param("content", text(set.content()))
        .param("at", JdbcPromptStore.time(set.updatedAt()))
        .param("by", set.updatedBy())
        .update();
  }

  void update(TenantId tenant, PromptTestSet set) {
    jdbc.sql(
            """
            update prompts_test_set set name = :name, content = :content, revision = revision + 1,
              updated_at = :at, updated_by = :by
            where tenant = :tenant and id = :id
            """)
        .param("tenant", tenant.value())
        .param("id", set.id())
        .param("name", set.content().name())
        .param("content", text(set.content()))
        .param("at", JdbcPromptStore.time(set.updatedAt()))
        .param("by", set.updatedBy())
        .update();
  }

  void delete(TenantId tenant, String id) {
    jdbc.sql("delete from prompts_test_set where tenant = :tenant and id = :id")
        .param("tenant", tenant.value())
        .param("id", id)
        .update();
  }

  void insert(TenantId tenant, PromptRun run, Revision of) {
    jdbc.sql(
            """
            insert into prompts_run (tenant, id, test_set, test_set_revision, version, score, passed, cases,
              run_at, run_by)
            values (:tenant, :id, :set, :revision, :version, :score, :passed, :cases, :at, :by)
            """)
        .param("tenant", tenant.value())
        .param("id", run.id())
        .param("set", run.testSet())
        .param("revision", of.number())
        .param("version", run.version())
        .param("score", run.score())
        .param("passed", run.passed())
        .param("cases", text(run.cases()))
        .param("at", JdbcPromptStore.time(run.at()))
        .param("by", run.by())
        .update();
  }

  List<PromptRun> runs(TenantId tenant, PromptTestSet set, @Nullable String before, int limit) {
    return jdbc.sql(
            """
            select * from prompts_run where tenant = :tenant and test_set = :set and id < :before
            order by id desc limit :limit
            """)
        .param("tenant", tenant.value())
        .param("set", set.id())
        .param("before", before == null ? "g" : before)
        .param("limit", limit)
        .query((row, n) -> run(row, set.revision()))
        .list();
  }

  long count(TenantId tenant, String set) {
    return jdbc.sql("select count(*) from prompts_run where tenant = :tenant and test_set = :set")
        .param("tenant", tenant.value())
        .param("set", set)
        .query(Long.class)
        .single();
  }

  /** Whether the last run of the set, as it is now, on the version was good enough. */
  boolean passed(TenantId tenant, PromptTestSet set, int version) {
    return jdbc.sql(
            """
            select passed from prompts_run where tenant = :tenant and test_set = :set
              and test_set_revision = :revision and version = :version
            order by id desc limit 1
            """)
        .param("tenant", tenant.value())
        .param("set", set.id())
        .param("revision", set.revision().number())
        .param("version", version)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  private PromptTestSet set(ResultSet row, int n) throws SQLException {
    try {
      return new PromptTestSet(
          row.getString("id"),
          json.readValue(row.getString("content"), PromptTestSet.Content.class),
          row.getObject("updated_at", OffsetDateTime.class).toInstant(),
          row.getString("updated_by"),
          new Revision(row.getLong("revision")));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PromptRun run(ResultSet row, Revision now) throws SQLException {
    try {
      return new PromptRun(
          row.getString("id"),
          row.getString("test_set"),
          row.getInt("version"),
          row.getDouble("score"),
          row.getBoolean("passed"),
          row.getLong("test_set_revision") == now.number(),
          json.readValue(row.getString("cases"), new TypeReference<List<PromptRun.Result>>() {}),
          row.getObject("run_at", OffsetDateTime.class).toInstant(),
          row.getString("run_by"));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
