package io.flowmaster.agents.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.agents.AgentCaseView;
import io.flowmaster.agents.AgentExampleView;
import io.flowmaster.agents.AgentExampleView.Evaluation;
import io.flowmaster.agents.AgentLesson;
import io.flowmaster.agents.AgentPerformance.OfVersion;
import io.flowmaster.agents.ExampleStatus;
import io.flowmaster.platform.TenantId;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lessons in {@code agents_example}, the evaluation set in {@code agents_case}, and figures. */
@Component
class JdbcExampleStore {
  private final JdbcClient jdbc;
  private final ObjectMapper json;

  JdbcExampleStore(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** A case with what its answer has to look like. */
  record Case(
      String id,
      JsonNode input,
      JsonNode expected,
      @Nullable JsonNode outputSchema,
      @Nullable String example) {}

  void insert(
      TenantId tenant,
      String id,
      String agent,
      int version,
      AgentLesson lesson,
      @Nullable JsonNode outputSchema,
      String by,
      Instant at) {
    jdbc.sql(
            """
            insert into agents_example (tenant, id, agent, version, run, input, output, output_schema,
              feedback, correction, status, created_by, created_at)
            values (:tenant, :id, :agent, :version, :run, :input, :output, :schema, :feedback,
              :correction, :status, :by, :at)
            """)
        .param("tenant", tenant.value())
        .param("id", id)
        .param("agent", agent)
        .param("version", version)
        .param("run", lesson.run())
        .param("input", written(lesson.input()))
        .param("output", written(lesson.output()))
        .param("schema", written(outputSchema))
        .param("feedback", lesson.feedback())
        .param("correction", written(lesson.correction()))
        .param(
            "status",
            (lesson.correction() == null ? ExampleStatus.NOTED : ExampleStatus.PROPOSED).name())
        .param("by", by)
        .param("at", JdbcAgentStore.time(at))
        .update();
  }

  List<AgentExampleView> page(
      TenantId tenant, String agent, @Nullable ExampleStatus status, String before, int limit) {
    return filtered(
            """
            select * from agents_example where tenant = :tenant and agent = :agent
              and (:status = '' or status = :status) and (:before = '' or id < :before)
            order by id desc limit :limit
            """,
            tenant,
            agent,
            status)
        .param("before", before)
        .param("limit", limit)
        .query(this::view)
        .list();
  }

  long count(TenantId tenant, String agent, @Nullable ExampleStatus status) {
    return filtered(
            """
            select count(*) from agents_example where tenant = :tenant and agent = :agent
              and (:status = '' or status = :status)
            """,
            tenant,
            agent,
            status)
        .query(Long.class)
        .single();
  }

  private JdbcClient.StatementSpec filtered(
      String sql, TenantId tenant, String agent, @Nullable ExampleStatus status) {
    return jdbc.sql(sql)
        .param("tenant", tenant.value())
        .param("agent", agent)
        .param("status", status == null ? "" : status.name());
  }

  Optional<AgentExampleView> find(TenantId tenant, String agent, String id) {
    return jdbc.sql(
            "select * from agents_example where tenant = :tenant and agent = :agent and id = :id")
        .param("tenant", tenant.value())
        .param("agent", agent)
        .param("id", id)
        .query(this::view)
        .optional();
  }

  /** Changes the state if it is still what was read; tells whether it was. */
  boolean decide(
      TenantId tenant,
      AgentExampleView example,
      ExampleStatus status,
      @Nullable Evaluation evaluation,
      @Nullable String by,
      Instant at) {
    return jdbc.sql(
                """
                update agents_example set status = :status, evaluation = :evaluation,
                  reviewed_by = coalesce(:by, reviewed_by), reviewed_at = :at
                where tenant = :tenant and id = :id and status = :old
                """)
            .param("status", status.name())
            .param("evaluation", written(evaluation))
            .param("by", by, java.sql.Types.VARCHAR)
            .param("at", JdbcAgentStore.time(at))
            .param("tenant", tenant.value())
            .param("id", example.id())
            .param("old", example.status().name())
            .update()
        == 1;
  }

  @Nullable JsonNode schemaOf(TenantId tenant, String example) {
    return jdbc.sql("select output_schema from agents_example where tenant = :tenant and id = :id")
        .param("tenant", tenant.value())
        .param("id", example)
        .query((row, n) -> Optional.ofNullable(row.getString(1)))
        .single()
        .map(this::tree)
        .orElse(null);
  }

  void insertCase(TenantId tenant, String agent, Case made, String by, Instant at) {
    jdbc.sql(
            """
            insert into agents_case (tenant, id, agent, input, expected, output_schema, example,
              created_by, created_at)
            values (:tenant, :id, :agent, :input, :expected, :schema, :example, :by, :at)
            """)
        .param("tenant", tenant.value())
        .param("id", made.id())
        .param("agent", agent)
        .param("input", written(made.input()))
        .param("expected", written(made.expected()))
        .param("schema", written(made.outputSchema()))
        .param("example", made.example())
        .param("by", by)
        .param("at", JdbcAgentStore.time(at))
        .update();
  }

  List<AgentCaseView> cases(TenantId tenant, String agent, String after, int limit) {
    return ofCases(tenant, agent, after, limit)
        .query(
            (row, n) ->
                new AgentCaseView(
                    row.getString("id"),
                    tree(row.getString("input")),
                    tree(row.getString("expected")),
                    row.getString("example"),
                    row.getString("created_by"),
                    row.getObject("created_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /** Those that an agent is tried with. */
  List<Case> tried(TenantId tenant, String agent, int most) {
    return ofCases(tenant, agent, "", most)
        .query(
            (row, n) ->
                new Case(
                    row.getString("id"),
                    tree(row.getString("input")),
                    tree(row.getString("expected")),
                    Optional.ofNullable(row.getString("output_schema"))
                        .map(this::tree)
                        .orElse(null),
                    row.getString("example")))
        .list();
  }

  private JdbcClient.StatementSpec ofCases(TenantId tenant, String agent, String after, int limit) {
    return jdbc.sql(
            """
            select * from agents_case where tenant = :tenant and agent = :agent and id > :after
            order by id limit :limit
            """)
        .param("tenant", tenant.value())
        .param("agent", agent)
        .param("after", after)
        .param("limit", limit);
  }

  long countCases(TenantId tenant, String agent) {
    return jdbc.sql("select count(*) from agents_case where tenant = :tenant and agent = :agent")
        .param("tenant", tenant.value())
        .param("agent", agent)
        .query(Long.class)
        .single();
  }

  boolean deleteCase(TenantId tenant, String agent, String id) {
    return jdbc.sql(
                "delete from agents_case where tenant = :tenant and agent = :agent and id = :id")
            .param("tenant", tenant.value())
            .param("agent", agent)
            .param("id", id)
            .update()
        == 1;
  }

  List<OfVersion> performance(TenantId tenant, String agent, int most) {
    return jdbc.sql(
            """
            select r.version, count(*) runs,
              sum(case when r.status = 'DONE' then 1 else 0 end) done,
              sum(case when r.status = 'ESCALATED' then 1 else 0 end) waiting,
              sum(case when r.status = 'REJECTED' then 1 else 0 end) rejected,
              sum(case when r.agreed is not null then 1 else 0 end) compared,
              sum(case when r.agreed then 1 else 0 end) agreed,
              avg(r.confidence) confidence, sum(r.cost_usd) cost,
              sum(r.input_tokens) input, sum(r.output_tokens) output,
              (select count(distinct e.run) from agents_escalation e where e.tenant = :tenant
                and e.agent = :agent and e.version = r.version) escalated,
              (select count(*) from agents_escalation e where e.tenant = :tenant
                and e.agent = :agent and e.version = r.version and e.status = 'OVERRIDDEN') overridden,
              (select count(*) from agents_example x where x.tenant = :tenant
                and x.agent = :agent and x.version = r.version) lessons
            from agents_run r where r.tenant = :tenant and r.agent = :agent
            group by r.version order by r.version desc limit :most
            """)
        .param("tenant", tenant.value())
        .param("agent", agent)
        .param("most", most)
        .query(JdbcExampleStore::ofVersion)
        .list();
  }

  private static OfVersion ofVersion(ResultSet row, int number) throws SQLException {
    long compared = row.getLong("compared");
    long agreed = row.getLong("agreed");
    return new OfVersion(
        row.getInt("version"),
        row.getLong("runs"),
        row.getLong("done"),
        row.getLong("waiting"),
        row.getLong("rejected"),
        row.getLong("escalated"),
        row.getLong("overridden"),
        compared,
        agreed,
        compared == 0 ? null : (double) agreed / compared,
        row.getObject("confidence", Double.class),
        row.getBigDecimal("cost"),
        row.getLong("input"),
        row.getLong("output"),
        row.getLong("lessons"));
  }

  private @Nullable String written(@Nullable Object value) {
    try {
      return value == null ? null : json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode tree(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private AgentExampleView view(ResultSet row, int number) throws SQLException {
    String correction = row.getString("correction");
    String evaluation = row.getString("evaluation");
    try {
      return new AgentExampleView(
          row.getString("id"),
          row.getString("agent"),
          row.getInt("version"),
          row.getString("run"),
          tree(row.getString("input")),
          tree(row.getString("output")),
          row.getString("feedback"),
          correction == null ? null : tree(correction),
          ExampleStatus.valueOf(row.getString("status")),
          row.getString("created_by"),
          row.getObject("created_at", OffsetDateTime.class).toInstant(),
          row.getString("reviewed_by"),
          JdbcAgentStore.instant(row, "reviewed_at"),
          evaluation == null ? null : json.readValue(evaluation, Evaluation.class));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
