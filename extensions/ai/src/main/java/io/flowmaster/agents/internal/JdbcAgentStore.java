package io.flowmaster.agents.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.agents.AgentDraft;
import io.flowmaster.agents.AgentStatus;
import io.flowmaster.agents.AgentVersionView;
import io.flowmaster.agents.AgentView;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.Revision;
import io.flowmaster.platform.TenantId;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Agents in {@code agents_agent}, and what they were in {@code agents_version}. */
@Component
class JdbcAgentStore implements KillSwitch {
  private final JdbcClient jdbc;
  private final ObjectMapper json;

  JdbcAgentStore(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  List<AgentView> page(TenantId tenant, @Nullable String q, String after, int limit) {
    return searched(
            """
            select * from agents_agent where tenant = :tenant and name > :after
              and (:q = '' or lower(content) like :like escape '!')
            order by name limit :limit
            """,
            tenant,
            q)
        .param("after", after)
        .param("limit", limit)
        .query(this::view)
        .list();
  }

  long count(TenantId tenant, @Nullable String q) {
    return searched(
            """
            select count(*) from agents_agent where tenant = :tenant
              and (:q = '' or lower(content) like :like escape '!')
            """,
            tenant,
            q)
        .query(Long.class)
        .single();
  }

  private JdbcClient.StatementSpec searched(String sql, TenantId tenant, @Nullable String q) {
    String words = q == null ? "" : q.strip().toLowerCase(Locale.ROOT);
    String pattern = words.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    return jdbc.sql(sql)
        .param("tenant", tenant.value())
        .param("q", words)
        .param("like", "%" + pattern + "%");
  }

  Optional<AgentView> find(TenantId tenant, String id) {
    return one("select * from agents_agent where tenant = :tenant and id = :id", tenant, id);
  }

  Optional<AgentView> named(TenantId tenant, String name) {
    return one("select * from agents_agent where tenant = :tenant and name = :id", tenant, name);
  }

  Optional<AgentView> lock(TenantId tenant, String id) {
    return one(
        "select * from agents_agent where tenant = :tenant and id = :id for update", tenant, id);
  }

  private Optional<AgentView> one(String sql, TenantId tenant, String id) {
    return jdbc.sql(sql)
        .param("tenant", tenant.value())
        .param("id", id)
        .query(this::view)
        .optional();
  }

  /** Asked before each step, so it reads as little as it can. */
  @Override
  public boolean isRunning(TenantId tenant, String id) {
    return jdbc.sql("select status from agents_agent where tenant = :tenant and id = :id")
        .param("tenant", tenant.value())
        .param("id", id)
        .query(String.class)
        .optional()
        .filter(AgentStatus.RUNNING.name()::equals)
        .isPresent();
  }

  void insert(TenantId tenant, String id, AgentDraft draft, Instant at, String by) {
    jdbc.sql(
            """
            insert into agents_agent (tenant, id, name, status, content, version, revision,
              created_by, updated_at, updated_by)
            values (:tenant, :id, :name, 'RUNNING', :content, 1, 1, :by, :at, :by)
            """)
        .param("tenant", tenant.value())
        .param("id", id)
        .param("name", draft.name())
        .param("content", written(draft))
        .param("at", time(at))
        .param("by", by)
        .update();
    insertVersion(tenant, id, 1, draft, at, by);
  }

  void update(TenantId tenant, String id, int version, AgentDraft draft, Instant at, String by) {
    jdbc.sql(
            """
            update agents_agent set name = :name, content = :content, version = :version,
              revision = revision + 1, updated_at = :at, updated_by = :by
            where tenant = :tenant and id = :id
            """)
        .param("tenant", tenant.value())
        .param("id", id)
        .param("name", draft.name())
        .param("content", written(draft))
        .param("version", version)
        .param("at", time(at))
        .param("by", by)
        .update();
    insertVersion(tenant, id, version, draft, at, by);
  }

  private void insertVersion(
      TenantId tenant, String id, int number, AgentDraft draft, Instant at, String by) {
    jdbc.sql(
            """
            insert into agents_version (tenant, id, agent, number, content, created_at, created_by)
            values (:tenant, :id, :agent, :number, :content, :at, :by)
            """)
        .param("tenant", tenant.value())
        .param("id", Ids.next())
        .param("agent", id)
        .param("number", number)
        .param("content", written(draft))
        .param("at", time(at))
        .param("by", by)
        .update();
  }

  void status(
      TenantId tenant,
      String id,
      AgentStatus status,
      @Nullable String reason,
      Instant at,
      String by) {
    jdbc.sql(
            """
            update agents_agent set status = :status, stop_reason = :reason,
              revision = revision + 1, updated_at = :at, updated_by = :by
            where tenant = :tenant and id = :id
            """)
        .param("status", status.name())
        .param("reason", reason)
        .param("tenant", tenant.value())
        .param("id", id)
        .param("at", time(at))
        .param("by", by)
        .update();
  }

  List<AgentVersionView> versions(TenantId tenant, String agent, long before, int limit) {
    return jdbc.sql(
            """
            select * from agents_version where tenant = :tenant and agent = :agent
              and number < :before order by number desc limit :limit
            """)
        .param("tenant", tenant.value())
        .param("agent", agent)
        .param("before", before)
        .param("limit", limit)
        .query(this::versionView)
        .list();
  }

  Optional<AgentDraft> version(TenantId tenant, String agent, int number) {
    return jdbc.sql(
            """
            select content from agents_version
            where tenant = :tenant and agent = :agent and number = :number
            """)
        .param("tenant", tenant.value())
        .param("agent", agent)
        .param("number", number)
        .query(String.class)
        .optional()
        .map(this::read);
  }

  static OffsetDateTime time(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private String written(AgentDraft draft) {
    try {
      return json.writeValueAsString(draft);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private AgentDraft read(String content) {
    try {
      return json.readValue(content, AgentDraft.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private AgentView view(ResultSet row, int number) throws SQLException {
    AgentDraft content = read(row.getString("content"));
    return new AgentView(
        row.getString("id"),
        content.name(),
        content.role(),
        content.instructions(),
        content.manager(),
        content.model(),
        content.skills(),
        content.tools(),
        content.approvedTools(),
        content.limits(),
        content.confidenceThreshold(),
        content.mode(),
        AgentStatus.valueOf(row.getString("status")),
        row.getString("stop_reason"),
        row.getInt("version"),
        row.getString("created_by"),
        row.getObject("updated_at", OffsetDateTime.class).toInstant(),
        row.getString("updated_by"),
        new Revision(row.getLong("revision")));
  }

  private AgentVersionView versionView(ResultSet row, int number) throws SQLException {
    AgentDraft content = read(row.getString("content"));
    return new AgentVersionView(
        row.getInt("number"),
        content.name(),
        content.role(),
        content.instructions(),
        content.manager(),
        content.model(),
        content.skills(),
        content.tools(),
        content.approvedTools(),
        content.limits(),
        content.confidenceThreshold(),
        content.mode(),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getString("created_by"));
  }
}
