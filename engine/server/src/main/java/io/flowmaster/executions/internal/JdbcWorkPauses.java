package io.flowmaster.executions.internal;

import io.flowmaster.engine.EngineRefusal;
import io.flowmaster.engine.HeldWork;
import io.flowmaster.engine.WorkHold;
import io.flowmaster.engine.WorkRule;
import io.flowmaster.executions.NewWorkPause;
import io.flowmaster.executions.TooManyWorkPauses;
import io.flowmaster.executions.WorkPause;
import io.flowmaster.executions.WorkPauseNotFound;
import io.flowmaster.executions.WorkPaused;
import io.flowmaster.executions.WorkPauses;
import io.flowmaster.executions.WorkResumed;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Ids;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.platform.ProblemKind;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Pauses in a table; each node looks there once a second, and sees to it now and then. */
@Component
class JdbcWorkPauses implements WorkPauses, HeldWork {
  private static final int MOST = 200;

  private final JdbcClient jdbc;
  private final WorkHold hold;
  private final ApplicationEventPublisher events;
  private final CurrentActor current;
  private final Clock clock;
  private volatile List<WorkRule> known = List.of();

  JdbcWorkPauses(
      JdbcClient jdbc,
      WorkHold hold,
      ApplicationEventPublisher events,
      CurrentActor current,
      Clock clock) {
    this.jdbc = jdbc;
    this.hold = hold;
    this.events = events;
    this.current = current;
    this.clock = clock;
  }

  /** A pause as it is stored. */
  private record Row(String id, WorkRule rule, UserId createdBy, Instant createdAt) {}

  @Override
  @Transactional
  public WorkPause add(NewWorkPause pause) {
    WorkRule rule =
        new WorkRule(
            current.tenant(),
            pause.processKey(),
            pause.activityId(),
            pause.topic(),
            pause.reason());
    Optional<Row> there = find(rule);
    if (there.isPresent()) {
      return view(there.get());
    }
    if (count(rule.tenant()) >= MOST) {
      throw new TooManyWorkPauses(MOST);
    }
    Row row = new Row(Ids.next(), rule, current.get().id(), clock.instant());
    try {
      insert(row);
    } catch (DuplicateKeyException e) {
      throw new EngineRefusal(
          ProblemKind.CONFLICT,
          "concurrent-change",
          "Somebody else is asking for the same pause. Look at the list of pauses.");
    }
    hold.hold(rule);
    becomeKnown(all());
    events.publishEvent(
        new WorkPaused(
            rule.tenant(),
            row.id(),
            rule.processKey(),
            rule.activityId(),
            rule.topic(),
            row.rule().reason(),
            row.createdAt()));
    return view(row);
  }

  private void insert(Row row) {
    jdbc.sql(
            """
            insert into executions_pause (id, tenant, process_key, activity_id, topic, reason, created_by, created_at)
            values (:id, :tenant, :process, :activity, :topic, :reason, :by, :at)
            """)
        .param("id", row.id())
        .param("tenant", row.rule().tenant().value())
        .param("process", text(row.rule().processKey()))
        .param("activity", text(row.rule().activityId()))
        .param("topic", text(row.rule().topic()))
        .param("reason", row.rule().reason())
        .param("by", row.createdBy().value())
        .param("at", Timestamp.from(row.createdAt()))
        .update();
  }

  private Optional<Row> find(WorkRule rule) {
    return jdbc.sql(
            """
            select * from executions_pause where tenant = :tenant and process_key = :process
              and activity_id = :activity and topic = :topic
            """)
        .param("tenant", rule.tenant().value())
        .param("process", text(rule.processKey()))
        .param("activity", text(rule.activityId()))
        .param("topic", text(rule.topic()))
        .query(JdbcWorkPauses::read)
        .optional();
  }

  @Override
  public Page<WorkPause> list(PageQuery page) {
    List<Row> found =
        jdbc.sql(
                "select * from executions_pause where tenant = :tenant and id < :before order by id desc limit :limit")
            .param("tenant", current.tenant().value())
            .param("before", page.cursor() == null ? "g" : page.cursor().string(0))
            .param("limit", page.limit() + 1)
            .query(JdbcWorkPauses::read)
            .list();
    Long total = page.count() ? count(current.tenant()) : null;
    return Page.of(found, page, row -> List.of(row.id()), total).map(this::view);
  }

  private long count(TenantId tenant) {
    return jdbc.sql("select count(*) from executions_pause where tenant = :tenant")
        .param("tenant", tenant.value())
        .query(Long.class)
        .single();
  }

  @Override
  @Transactional
  public void remove(String id) {
    Row row =
        jdbc.sql("select * from executions_pause where id = :id and tenant = :tenant for update")
            .param("id", id)
            .param("tenant", current.tenant().value())
            .query(JdbcWorkPauses::read)
            .optional()
            .orElseThrow(WorkPauseNotFound::new);
    jdbc.sql("delete from executions_pause where id = :id").param("id", id).update();
    hold.release(row.rule());
    List<WorkRule> left = all();
    holdAgain(left, row.rule().tenant());
    becomeKnown(left);
    WorkRule rule = row.rule();
    events.publishEvent(
        new WorkResumed(
            rule.tenant(),
            id,
            rule.processKey(),
            rule.activityId(),
            rule.topic(),
            row.rule().reason(),
            clock.instant()));
  }

  @Override
  public List<WorkRule> rules() {
    return known;
  }

  /** In the transaction that resumed executions of the tenant: the engine let all their work go. */
  void holdAgain(TenantId tenant) {
    holdAgain(all(), tenant);
  }

  private void holdAgain(List<WorkRule> rules, TenantId tenant) {
    rules.stream().filter(rule -> rule.tenant().equals(tenant)).forEach(hold::hold);
  }

  @Scheduled(fixedDelayString = "PT1S")
  synchronized void refresh() {
    known = all();
  }

  /**
   * At once, and again after the commit: somebody who looked before it may come later with what was
   * there before.
   */
  private void becomeKnown(List<WorkRule> rules) {
    known = rules;
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            refresh();
          }
        });
  }

  /** Work that somebody had, that was made in ignorance, or whose execution was resumed. */
  @Scheduled(fixedDelayString = "${flowmaster.executions.pause-interval:PT5S}")
  void holdAgain() {
    all().forEach(hold::hold);
  }

  private List<WorkRule> all() {
    return jdbc.sql("select * from executions_pause order by id")
        .query((row, n) -> read(row, n).rule())
        .list();
  }

  private WorkPause view(Row row) {
    WorkRule rule = row.rule();
    return new WorkPause(
        row.id(),
        rule.processKey(),
        rule.activityId(),
        rule.topic(),
        row.rule().reason(),
        hold.held(rule),
        row.createdBy(),
        row.createdAt());
  }

  private static Row read(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getString("id"),
        new WorkRule(
            new TenantId(row.getString("tenant")),
            given(row.getString("process_key")),
            given(row.getString("activity_id")),
            given(row.getString("topic")),
            row.getString("reason")),
        new UserId(row.getString("created_by")),
        row.getTimestamp("created_at").toInstant());
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static @Nullable String given(String value) {
    return value.isEmpty() ? null : value;
  }
}
