package io.flowmaster.executions.internal;

import io.flowmaster.engine.EngineVariables;
import io.flowmaster.executions.ExecutionId;
import io.flowmaster.executions.MessageCorrelation;
import io.flowmaster.executions.MessageDropped;
import io.flowmaster.executions.MessageParked;
import io.flowmaster.executions.MessageReceipt.Parked;
import io.flowmaster.executions.ParkedMessage;
import io.flowmaster.executions.ParkedMessageNotFound;
import io.flowmaster.executions.ParkedMessages;
import io.flowmaster.executions.RefusedInput;
import io.flowmaster.executions.TooManyParkedMessages;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Messages that wait for a receiver, a row each; whoever takes one locks its row. */
@Component
class JdbcParkedMessages implements ParkedMessages {
  private static final int MOST = 10_000;
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofDays(30);
  private static final int LONGEST_PROBLEM = 1_000;

  /** Whom a message may fit; whether it does is judged when it is offered. */
  private static final String SOMEBODY_WAITS =
      """
      exists (select 1 from ACT_RU_EVENT_SUBSCR s
        left join ACT_RU_EXECUTION p on p.ID_ = s.PROC_INST_ID_
        left join ACT_RU_EXECUTION r on r.ID_ = p.ROOT_PROC_INST_ID_
        where s.EVENT_TYPE_ = 'message' and s.EVENT_NAME_ = m.name and s.TENANT_ID_ = m.tenant
          and ((s.PROC_INST_ID_ is null and m.execution_id is null)
            or (p.SUSPENSION_STATE_ = 1
              and (m.business_key is null or m.business_key in (p.BUSINESS_KEY_, r.BUSINESS_KEY_))
              and (m.execution_id is null or m.execution_id in (p.ID_, r.ID_)))))
      """;

  private final JdbcClient jdbc;
  private final StoredActor actors;
  private final EngineVariables variables;
  private final ApplicationEventPublisher events;
  private final CurrentActor current;
  private final Clock clock;

  JdbcParkedMessages(
      JdbcClient jdbc,
      StoredActor actors,
      EngineVariables variables,
      ApplicationEventPublisher events,
      CurrentActor current,
      Clock clock) {
    this.jdbc = jdbc;
    this.actors = actors;
    this.variables = variables;
    this.events = events;
    this.current = current;
    this.clock = clock;
  }

  /** A message whose row this transaction holds. */
  record Held(Actor actor, MessageCorrelation message, int tries) {}

  /** Lets a message wait, in the caller's transaction. */
  Parked park(MessageCorrelation message, Duration ttl) {
    if (ttl.compareTo(SHORTEST) < 0 || ttl.compareTo(LONGEST) > 0) {
      throw new RefusedInput("/ttl", "Use a duration from PT1S to P30D.");
    }
    variables.toEngine(message.variables());
    Actor actor = current.get();
    if (count(actor.tenant(), null) >= MOST) {
      throw new TooManyParkedMessages(MOST);
    }
    String id = Ids.next();
    Instant now = clock.instant();
    Instant expires = now.plus(ttl);
    ExecutionId execution = message.executionId();
    actors
        .bind(
            jdbc.sql(
                """
                insert into executions_message (id, tenant, name, business_key, execution_id, correlation, variables,
                  actor, actor_name, actor_kind, actor_roles, actor_groups, on_behalf_of,
                  parked_at, expires_at, next_at, tries)
                values (:id, :tenant, :name, :businessKey, :execution, :correlation, :variables,
                  :actor, :actorName, :actorKind, :actorRoles, :actorGroups, :behalf, :now, :expires, :now, 0)
                """),
            actor)
        .param("id", id)
        .param("name", message.name())
        .param("businessKey", message.businessKey())
        .param("execution", execution == null ? null : execution.value())
        .param("correlation", actors.write(message.correlation()))
        .param("variables", actors.write(message.variables()))
        .param("now", Timestamp.from(now))
        .param("expires", Timestamp.from(expires))
        .update();
    events.publishEvent(new MessageParked(actor.tenant(), id, message.name(), expires, now));
    return new Parked(id, expires);
  }

  @Override
  public Page<ParkedMessage> list(@Nullable String name, PageQuery page) {
    RefusedInput.checkText("/name", name, 255);
    List<ParkedMessage> found =
        jdbc.sql(
                """
                select * from executions_message
                where tenant = :tenant and (:name is null or name = :name) and id < :before
                order by id desc limit :limit
                """)
            .param("tenant", current.tenant().value())
            .param("name", name, Types.VARCHAR)
            .param("before", page.cursor() == null ? "g" : page.cursor().string(0))
            .param("limit", page.limit() + 1)
            .query(this::view)
            .list();
    Long total = page.count() ? count(current.tenant(), name) : null;
    return Page.of(found, page, message -> List.of(message.id()), total);
  }

  private long count(TenantId tenant, @Nullable String name) {
    return jdbc.sql(
            "select count(*) from executions_message where tenant = :tenant and (:name is null or name = :name)")
        .param("tenant", tenant.value())
        .param("name", name, Types.VARCHAR)
        .query(Long.class)
        .single();
  }

  @Override
  @Transactional
  public void drop(String id) {
    RefusedInput.checkText("/id", id, 64);
    Held held =
        hold(id)
            .filter(h -> h.actor().tenant().equals(current.tenant()))
            .orElseThrow(ParkedMessageNotFound::new);
    remove(id);
    events.publishEvent(
        new MessageDropped(current.tenant(), id, held.message().name(), clock.instant()));
  }

  /** Those that somebody may be waiting for, of all tenants, the oldest first. */
  List<String> awaited(Instant now, int most) {
    return jdbc.sql(
            "select m.id from executions_message m where m.next_at <= :now and m.expires_at > :now and "
                + SOMEBODY_WAITS
                + " order by m.id limit :most")
        .param("now", Timestamp.from(now))
        .param("most", most)
        .query(String.class)
        .list();
  }

  /** Those whose time is over, of all tenants. */
  List<String> expired(Instant now, int most) {
    return jdbc.sql(
            "select id from executions_message where expires_at <= :now order by expires_at limit :most")
        .param("now", Timestamp.from(now))
        .param("most", most)
        .query(String.class)
        .list();
  }

  /** Locks a message until the transaction ends; empty when it is gone. */
  Optional<Held> hold(String id) {
    return jdbc.sql("select * from executions_message where id = :id for update")
        .param("id", id)
        .query((row, n) -> new Held(actors.read(row), message(view(row, n)), row.getInt("tries")))
        .optional();
  }

  /** Who sent a message, without holding it. */
  Optional<Actor> sender(String id) {
    return jdbc.sql("select * from executions_message where id = :id")
        .param("id", id)
        .query((row, n) -> actors.read(row))
        .optional();
  }

  void remove(String id) {
    jdbc.sql("delete from executions_message where id = :id").param("id", id).update();
  }

  /**
   * Notes a try that brought it to nobody.
   *
   * @param problem null when it just did not fit
   */
  void putOff(String id, Instant until, @Nullable String problem) {
    jdbc.sql(
            "update executions_message set tries = tries + 1, next_at = :until, problem = :problem where id = :id")
        .param("id", id)
        .param("until", Timestamp.from(until))
        .param(
            "problem",
            problem == null || problem.length() <= LONGEST_PROBLEM
                ? problem
                : problem.substring(0, LONGEST_PROBLEM))
        .update();
  }

  private static MessageCorrelation message(ParkedMessage parked) {
    return new MessageCorrelation(
        parked.name(),
        parked.businessKey(),
        parked.executionId(),
        parked.correlation(),
        parked.variables());
  }

  private ParkedMessage view(ResultSet row, int number) throws SQLException {
    String execution = row.getString("execution_id");
    return new ParkedMessage(
        row.getString("id"),
        row.getString("name"),
        row.getString("business_key"),
        execution == null ? null : new ExecutionId(execution),
        actors.members(row.getString("correlation")),
        actors.members(row.getString("variables")),
        actors.read(row).id(),
        row.getTimestamp("parked_at").toInstant(),
        row.getTimestamp("expires_at").toInstant(),
        row.getInt("tries"),
        row.getString("problem"));
  }
}
