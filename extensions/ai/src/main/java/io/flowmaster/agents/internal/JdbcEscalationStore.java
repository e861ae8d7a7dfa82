package io.flowmaster.agents.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.agents.AgentDraft;
import io.flowmaster.agents.AgentEscalated;
import io.flowmaster.agents.AgentEscalationView;
import io.flowmaster.agents.EscalationReason;
import io.flowmaster.agents.EscalationStatus;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.Revision;
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
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Escalations in {@code agents_escalation}. */
@Component
class JdbcEscalationStore implements EscalationBook {
  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  JdbcEscalationStore(
      JdbcClient jdbc, ObjectMapper json, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.events = events;
    this.clock = clock;
  }

  /** Which are asked for; an empty text or null leaves a filter out. */
  record Filter(
      @Nullable EscalationStatus status, @Nullable String agent, @Nullable String assignee) {}

  @Override
  public String open(Run run, AgentDraft agent, Parked parked) {
    String id = Ids.next();
    Instant now = clock.instant();
    jdbc.sql(
            """
            insert into agents_escalation (tenant, id, agent, agent_name, version, run, reason, detail,
              proposal, confidence, status, assignee, requester, task, execution, process_key,
              activity, created_at, revision)
            values (:tenant, :id, :agent, :name, :version, :run, :reason, :detail, :proposal,
              :confidence, 'OPEN', :assignee, :requester, :task, :execution, :process, :activity,
              :at, 1)
            """)
        .param("tenant", run.tenant().value())
        .param("id", id)
        .param("agent", run.agent())
        .param("name", agent.name())
        .param("version", run.version())
        .param("run", run.id())
        .param("reason", parked.reason().name())
        .param("detail", Conversation.cut(parked.detail(), 1000))
        .param("proposal", written(parked.proposal()))
        .param("confidence", parked.confidence())
        .param("assignee", agent.manager())
        .param("requester", run.source().requester())
        .param("task", run.source().task())
        .param("execution", run.source().processInstance())
        .param("process", run.source().processKey())
        .param("activity", run.source().activity())
        .param("at", JdbcAgentStore.time(now))
        .update();
    events.publishEvent(
        new AgentEscalated(
            run.tenant(),
            id,
            run.agent(),
            run.id(),
            parked.reason(),
            agent.manager(),
            run.source().processInstance(),
            now));
    return id;
  }

  List<AgentEscalationView> page(TenantId tenant, Filter filter, String before, int limit) {
    return filtered(
            "select *",
            tenant,
            filter,
            "and (:before = '' or id < :before) order by id desc limit :limit")
        .param("before", before)
        .param("limit", limit)
        .query(this::view)
        .list();
  }

  long count(TenantId tenant, Filter filter) {
    return filtered("select count(*)", tenant, filter, "").query(Long.class).single();
  }

  private JdbcClient.StatementSpec filtered(
      String what, TenantId tenant, Filter filter, String rest) {
    return jdbc.sql(
            what
                + """
                 from agents_escalation where tenant = :tenant
                  and (:status = '' or status = :status) and (:agent = '' or agent = :agent)
                  and (:assignee = '' or assignee = :assignee)
                """
                + rest)
        .param("tenant", tenant.value())
        .param("status", filter.status() == null ? "" : filter.status().name())
        .param("agent", filter.agent() == null ? "" : filter.agent())
        .param("assignee", filter.assignee() == null ? "" : filter.assignee());
  }

  Optional<AgentEscalationView> find(TenantId tenant, String id) {
    return one("", tenant, id);
  }

  Optional<AgentEscalationView> lock(TenantId tenant, String id) {
    return one(" for update", tenant, id);
  }

  private Optional<AgentEscalationView> one(String rest, TenantId tenant, String id) {
    return jdbc.sql("select * from agents_escalation where tenant = :tenant and id = :id" + rest)
        .param("tenant", tenant.value())
        .param("id", id)
        .query(this::view)
        .optional();
  }

  void decide(
      TenantId tenant,
      String id,
      EscalationStatus status,
      @Nullable String guidance,
      @Nullable JsonNode output,
      String by,
      Instant at) {
    jdbc.sql(
            """
            update agents_escalation set status = :status, guidance = :guidance, output = :output,
              decided_by = :by, decided_at = :at, revision = revision + 1
            where tenant = :tenant and id = :id
            """)
        .param("status", status.name())
        .param("guidance", guidance)
        .param("output", written(output))
        .param("by", by)
        .param("at", JdbcAgentStore.time(at))
        .param("tenant", tenant.value())
        .param("id", id)
        .update();
  }

  void assign(TenantId tenant, String id, String to) {
    jdbc.sql(
            """
            update agents_escalation set assignee = :to, revision = revision + 1
            where tenant = :tenant and id = :id
            """)
        .param("to", to)
        .param("tenant", tenant.value())
        .param("id", id)
        .update();
  }

  private @Nullable String written(@Nullable JsonNode value) {
    try {
      return value == null ? null : json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private @Nullable JsonNode read(@Nullable String text) {
    try {
      return text == null ? null : json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private AgentEscalationView view(ResultSet row, int number) throws SQLException {
    return new AgentEscalationView(
        row.getString("id"),
        row.getString("agent"),
        row.getString("agent_name"),
        row.getInt("version"),
        row.getString("run"),
        EscalationReason.valueOf(row.getString("reason")),
        row.getString("detail"),
        read(row.getString("proposal")),
        row.getObject("confidence", Double.class),
        EscalationStatus.valueOf(row.getString("status")),
        row.getString("assignee"),
        row.getString("requester"),
        row.getString("task"),
        row.getString("execution"),
        row.getString("process_key"),
        row.getString("activity"),
        row.getString("guidance"),
        read(row.getString("output")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getString("decided_by"),
        JdbcAgentStore.instant(row, "decided_at"),
        null,
        new Revision(row.getLong("revision")));
  }
}
