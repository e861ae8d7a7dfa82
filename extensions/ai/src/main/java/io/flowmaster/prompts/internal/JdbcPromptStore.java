package io.flowmaster.prompts.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.platform.Revision;
import io.flowmaster.platform.TenantId;
import io.flowmaster.prompts.PromptVariable;
import io.flowmaster.prompts.PromptVersion;
import io.flowmaster.prompts.PromptView;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Prompts, their versions and labels in {@code prompts_*}. */
@Component
class JdbcPromptStore {
  private static final String PROMPT = "select * from prompts_prompt where tenant = :tenant and ";
  private final JdbcClient jdbc;
  private final ObjectMapper json;

  JdbcPromptStore(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  List<PromptView> page(TenantId tenant, @Nullable String q, String after, int limit) {
    return jdbc.sql(
            PROMPT
                + """
                name > :after and (position(:q in lower(name)) > 0 or position(:q in lower(description)) > 0)
                order by name limit :limit
                """)
        .param("tenant", tenant.value())
        .param("q", q == null ? "" : q.toLowerCase(java.util.Locale.ROOT))
        .param("after", after)
        .param("limit", limit)
        .query((row, n) -> view(tenant, row))
        .list();
  }

  long count(TenantId tenant, @Nullable String q) {
    return jdbc.sql(
            """
            select count(*) from prompts_prompt where tenant = :tenant
              and (position(:q in lower(name)) > 0 or position(:q in lower(description)) > 0)
            """)
        .param("tenant", tenant.value())
        .param("q", q == null ? "" : q.toLowerCase(java.util.Locale.ROOT))
        .query(Long.class)
        .single();
  }

  Optional<PromptView> find(TenantId tenant, String id) {
    return one(PROMPT + "id = :key", tenant, id);
  }

  Optional<PromptView> lock(TenantId tenant, String id) {
    return one(PROMPT + "id = :key for update", tenant, id);
  }

  Optional<PromptView> named(TenantId tenant, String name) {
    return one(PROMPT + "name = :key", tenant, name);
  }

  private Optional<PromptView> one(String sql, TenantId tenant, String key) {
    return jdbc.sql(sql)
        .param("tenant", tenant.value())
        .param("key", key)
        .query((row, n) -> view(tenant, row))
        .optional();
  }

  void insert(TenantId tenant, String id, String name, String description, Instant at, String by) {
    jdbc.sql(
            """
            insert into prompts_prompt (tenant, id, name, description, latest, revision, created_by,
              created_at, updated_at, updated_by)
            values (:tenant, :id, :name, :description, 0, 1, :by, :at, :at, :by)
            """)
        .param("tenant", tenant.value())
        .param("id", id)
        .param("name", name)
        .param("description", description)
        .param("at", time(at))
        .param("by", by)
        .update();
  }

  void update(TenantId tenant, String id, String name, String description) {
    jdbc.sql(
            """
            update prompts_prompt set name = :name, description = :description
            where tenant = :tenant and id = :id
            """)
        .param("tenant", tenant.value())
        .param("id", id)
        .param("name", name)
        .param("description", description)
        .update();
  }

  /** Whatever was changed of a prompt. */
  void touch(TenantId tenant, String id, Instant at, String by) {
    jdbc.sql(
            """
            update prompts_prompt set revision = revision + 1, updated_at = :at, updated_by = :by
            where tenant = :tenant and id = :id
            """)
        .param("tenant", tenant.value())
        .param("id", id)
        .param("at", time(at))
        .param("by", by)
        .update();
  }

  void delete(TenantId tenant, String id) {
    jdbc.sql("delete from prompts_prompt where tenant = :tenant and id = :id")
        .param("tenant", tenant.value())
        .param("id", id)
        .update();
  }

  void insert(TenantId tenant, PromptVersion version) {
    jdbc.sql(
            """
            insert into prompts_version (tenant, prompt, number, template, variables, changelog,
              created_by, created_at)
            values (:tenant, :prompt, :number, :template, :variables, :changelog, :by, :at)
            """)
        .param("tenant", tenant.value())
        .param("prompt", version.prompt())
        .param("number", version.version())
        .param("template", version.template())
        .param("variables", text(version.variables()))
        .param("changelog", version.changelog())
        .param("by", version.createdBy())
        .param("at", time(version.createdAt()))
        .update();
    jdbc.sql("update prompts_prompt set latest = :number where tenant = :tenant and id = :prompt")
        .param("number", version.version())
        .param("tenant", tenant.value())
        .param("prompt", version.prompt())
        .update();
  }

  Optional<PromptVersion> version(TenantId tenant, String prompt, int number) {
    return jdbc.sql(
            """
            select * from prompts_version
            where tenant = :tenant and prompt = :prompt and number = :number
            """)
        .param("tenant", tenant.value())
        .param("prompt", prompt)
        .param("number", number)
        .query(this::version)
        .optional();
  }

  List<PromptVersion> versions(TenantId tenant, String prompt, long before, int limit) {
    return jdbc.sql(
            """
            select * from prompts_version
            where tenant = :tenant and prompt = :prompt and number < :before
            order by number desc limit :limit
            """)
        .param("tenant", tenant.value())
        .param("prompt", prompt)
        .param("before", before)
        .param("limit", limit)
        .query(this::version)
        .list();
  }

  void label(TenantId tenant, String prompt, String label, int version) {
    int changed =
        jdbc.sql(
                """
                update prompts_label set version = :version
                where tenant = :tenant and prompt = :prompt and label = :label
                """)
            .param("version", version)
            .param("tenant", tenant.value())
            .param("prompt", prompt)
            .param("label", label)
            .update();
    if (changed == 0) {
      jdbc.sql(
              """
              insert into prompts_label (tenant, prompt, label, version)
              values (:tenant, :prompt, :label, :version)
              """)
          .param("tenant", tenant.value())
          .param("prompt", prompt)
          .param("label", label)
          .param("version", version)
          .update();
    }
  }

  void unlabel(TenantId tenant, String prompt, String label) {
    jdbc.sql(
            "delete from prompts_label where tenant = :tenant and prompt = :prompt and label = :label")
        .param("tenant", tenant.value())
        .param("prompt", prompt)
        .param("label", label)
        .update();
  }

  private Map<String, Integer> labels(TenantId tenant, String prompt) {
    Map<String, Integer> labels = new HashMap<>();
    jdbc.sql("select label, version from prompts_label where tenant = :tenant and prompt = :prompt")
        .param("tenant", tenant.value())
        .param("prompt", prompt)
        .query(
            (RowCallbackHandler) row -> labels.put(row.getString("label"), row.getInt("version")));
    return labels;
  }

  private PromptView view(TenantId tenant, ResultSet row) throws SQLException {
    String id = row.getString("id");
    return new PromptView(
        id,
        row.getString("name"),
        row.getString("description"),
        row.getInt("latest"),
        labels(tenant, id),
        row.getString("created_by"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("updated_at", OffsetDateTime.class).toInstant(),
        row.getString("updated_by"),
        new Revision(row.getLong("revision")));
  }

  private PromptVersion version(ResultSet row, int n) throws SQLException {
    try {
      return new PromptVersion(
          row.getString("prompt"),
          row.getInt("number"),
          row.getString("template"),
          json.readValue(row.getString("variables"), new TypeReference<List<PromptVariable>>() {}),
          row.getString("changelog"),
          row.getString("created_by"),
          row.getObject("created_at", OffsetDateTime.class).toInstant());
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

  static OffsetDateTime time(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
  }
}
