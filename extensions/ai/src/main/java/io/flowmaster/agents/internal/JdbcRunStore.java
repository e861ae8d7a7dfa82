package io.flowmaster.agents.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.agents.AgentAnswer;
import io.flowmaster.agents.AgentRunUnderWay;
import io.flowmaster.agents.AgentRunView;
import io.flowmaster.agents.AgentRunView.StepKind;
import io.flowmaster.agents.RunStatus;
import io.flowmaster.agents.StepState;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.TenantId;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Runs in {@code agents_run}, and what they did in {@code agents_step}. */
@Component
class JdbcRunStore implements RunStore {
  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final Clock clock;

  JdbcRunStore(JdbcClient jdbc, ObjectMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public boolean insert(Run run) {
    try {
      jdbc.sql(
              """
              insert into agents_run (tenant, id, agent, version, run_key, digest, status, requester,
                on_behalf_of, task, external_task, execution, process_key, activity, request,
                input_tokens, output_tokens, started_at)
              values (:tenant, :id, :agent, :version, :key, :digest, :status, :requester, :person,
                :task, :external, :execution, :process, :activity, :request, 0, 0, :at)
              """)
          .param("tenant", run.tenant().value())
          .param("id", run.id())
          .param("agent", run.agent())
          .param("version", run.version())
          .param("key", run.key())
          .param("digest", run.digest())
          .param("status", run.status().name())
          .param("requester", run.source().requester())
          .param("person", run.source().onBehalfOf())
          .param("task", run.source().task())
          .param("external", run.source().externalTask())
          .param("execution", run.source().processInstance())
          .param("process", run.source().processKey())
          .param("activity", run.source().activity())
          .param("request", written(run.request()))
          .param("at", JdbcAgentStore.time(run.startedAt()))
          .update();
      return true;
    } catch (DuplicateKeyException known) {
      return false;
    }
  }

  @Override
  public Optional<Run> find(TenantId tenant, String id) {
    return one("select * from agents_run where tenant = :tenant and id = :id", tenant, id);
  }

  @Override
  public Optional<Run> byKey(TenantId tenant, String key) {
    return one("select * from agents_run where tenant = :tenant and run_key = :id", tenant, key);
  }

  private Optional<Run> one(String sql, TenantId tenant, String id) {
    return jdbc.sql(sql)
        .param("tenant", tenant.value())
        .param("id", id)
        .query(this::run)
        .optional();
  }

  @Override
  public boolean take(Run run, Instant until) {
    return jdbc.sql(
                """
                update agents_run set status = 'RUNNING', lease_until = :until
                where tenant = :tenant and id = :id and status in ('RUNNING', 'FAILED')
                  and (lease_until is null or lease_until < :now)
                """)
            .param("until", JdbcAgentStore.time(until))
            .param("now", JdbcAgentStore.time(clock.instant()))
            .param("tenant", run.tenant().value())
            .param("id", run.id())
            .update()
        == 1;
  }

  @Override
  public void keep(Run run, Instant until) {
    jdbc.sql("update agents_run set lease_until = :until where tenant = :tenant and id = :id")
        .param("until", JdbcAgentStore.time(until))
        .param("tenant", run.tenant().value())
        .param("id", run.id())
        .update();
  }

  @Override
  public void end(Run run, RunStatus status, @Nullable AgentAnswer answer, Instant at) {
    jdbc.sql(
            """
            update agents_run set status = :status, answer = :answer, confidence = :confidence,
              cost_usd = :cost, input_tokens = :input, output_tokens = :output, ended_at = :at,
              lease_until = null
            where tenant = :tenant and id = :id
            """)
        .param("status", status.name())
        .param("answer", answer == null ? null : written(answer))
        .param("confidence", answer == null ? null : answer.confidence())
        .param("cost", answer == null ? null : answer.usage().costUsd())
        .param("input", answer == null ? 0 : answer.usage().inputTokens())
        .param("output", answer == null ? 0 : answer.usage().outputTokens())
        .param("at", status == RunStatus.FAILED ? null : JdbcAgentStore.time(at))
        .param("tenant", run.tenant().value())
        .param("id", run.id())
        .update();
  }

  @Override
  public void agreed(Run run, boolean agreed) {
    jdbc.sql("update agents_run set agreed = :agreed where tenant = :tenant and id = :id")
        .param("agreed", agreed)
        .param("tenant", run.tenant().value())
        .param("id", run.id())
        .update();
  }

  @Override
  public void resume(Run run) {
    jdbc.sql(
            """
            update agents_run set status = 'RUNNING', lease_until = null, ended_at = null
            where tenant = :tenant and id = :id
            """)
        .param("tenant", run.tenant().value())
        .param("id", run.id())
        .update();
  }

  @Override
  public List<Run> remembered(
      TenantId tenant, String agent, String task, String requester, int most) {
    return jdbc.sql(
            """
            select * from agents_run where tenant = :tenant and task = :task and agent = :agent
              and requester = :requester and status = 'DONE' order by id desc limit :most
            """)
        .param("tenant", tenant.value())
        .param("task", task)
        .param("agent", agent)
        .param("requester", requester)
        .param("most", most)
        .query(this::run)
        .list();
  }

  @Override
  public void insert(Run run, Step step) {
    try {
      jdbc.sql(
              """
              insert into agents_step (tenant, id, run, number, kind, state, content, decided_by, at,
                ended_at)
              values (:tenant, :id, :run, :number, :kind, :state, :content, :by, :at, :ended)
              """)
          .param("tenant", run.tenant().value())
          .param("id", Ids.next())
          .param("run", run.id())
          .param("number", step.number())
          .param("kind", step.kind().name())
          .param("state", step.state().name())
          .param("content", written(step.content()))
          .param("by", step.decidedBy())
          .param("at", JdbcAgentStore.time(step.at()))
          .param("ended", step.endedAt() == null ? null : JdbcAgentStore.time(step.endedAt()))
          .update();
    } catch (DuplicateKeyException another) {
      throw new AgentRunUnderWay(run.id());
    }
  }

  @Override
  public void update(Run run, Step step) {
    jdbc.sql(
            """
            update agents_step set state = :state, content = :content, decided_by = :by,
              ended_at = :ended
            where tenant = :tenant and run = :run and number = :number
            """)
        .param("state", step.state().name())
        .param("content", written(step.content()))
        .param("by", step.decidedBy())
        .param("ended", step.endedAt() == null ? null : JdbcAgentStore.time(step.endedAt()))
        .param("tenant", run.tenant().value())
        .param("run", run.id())
        .param("number", step.number())
        .update();
  }

  @Override
  public List<Step> steps(Run run) {
    return jdbc.sql(
            "select * from agents_step where tenant = :tenant and run = :run order by number")
        .param("tenant", run.tenant().value())
        .param("run", run.id())
        .query(this::step)
        .list();
  }

  List<AgentRunView> page(TenantId tenant, String agent, String before, int limit) {
    return jdbc.sql(
            """
            select * from agents_run where tenant = :tenant and agent = :agent
              and (:before = '' or id < :before) order by id desc limit :limit
            """)
        .param("tenant", tenant.value())
        .param("agent", agent)
        .param("before", before)
        .param("limit", limit)
        .query(this::view)
        .list();
  }

  long count(TenantId tenant, String agent) {
    return jdbc.sql("select count(*) from agents_run where tenant = :tenant and agent = :agent")
        .param("tenant", tenant.value())
        .param("agent", agent)
        .query(Long.class)
        .single();
  }

  Optional<AgentRunView> view(TenantId tenant, String agent, String id) {
    return jdbc.sql(
            "select * from agents_run where tenant = :tenant and agent = :agent and id = :id")
        .param("tenant", tenant.value())
        .param("agent", agent)
        .param("id", id)
        .query(this::view)
        .optional();
  }

  /** A step for people to read: without secrets. */
  AgentRunView.Step shown(Step step) {
    return new AgentRunView.Step(
        step.number(),
        step.kind(),
        step.state(),
        HiddenSecrets.in(json.<JsonNode>valueToTree(step.content())),
        step.decidedBy(),
        step.at(),
        step.endedAt());
  }

  private String written(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> T read(String text, Class<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private @Nullable AgentAnswer answer(ResultSet row) throws SQLException {
    String answer = row.getString("answer");
    return answer == null ? null : read(answer, AgentAnswer.class);
  }

  private Run run(ResultSet row, int number) throws SQLException {
    return new Run(
        new TenantId(row.getString("tenant")),
        row.getString("id"),
        row.getString("agent"),
        row.getInt("version"),
        row.getString("run_key"),
        row.getString("digest"),
        RunStatus.valueOf(row.getString("status")),
        new Run.Source(
            row.getString("requester"),
            row.getString("on_behalf_of"),
            row.getString("task"),
            row.getString("external_task"),
            row.getString("execution"),
            row.getString("process_key"),
            row.getString("activity")),
        read(row.getString("request"), Run.Request.class),
        answer(row),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        JdbcAgentStore.instant(row, "lease_until"));
  }

  private AgentRunView view(ResultSet row, int number) throws SQLException {
    return new AgentRunView(
        row.getString("id"),
        row.getString("agent"),
        row.getInt("version"),
        RunStatus.valueOf(row.getString("status")),
        row.getString("requester"),
        row.getString("on_behalf_of"),
        row.getString("task"),
        row.getString("execution"),
        row.getString("process_key"),
        row.getString("activity"),
        answer(row),
        row.getObject("confidence", Double.class),
        row.getBigDecimal("cost_usd"),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        JdbcAgentStore.instant(row, "ended_at"),
        null);
  }

  private Step step(ResultSet row, int number) throws SQLException {
    return new Step(
        row.getInt("number"),
        StepKind.valueOf(row.getString("kind")),
        StepState.valueOf(row.getString("state")),
        read(row.getString("content"), Step.Content.class),
        row.getString("decided_by"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        JdbcAgentStore.instant(row, "ended_at"));
  }
}
