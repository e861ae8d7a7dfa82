package io.flowmaster.tasks.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.flowmaster.calendars.BusinessTimes;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.InvalidValue;
import io.flowmaster.platform.Problem.FieldError;
import io.flowmaster.platform.Revision;
import io.flowmaster.platform.TenantId;
import io.flowmaster.processes.EscalationStep;
import io.flowmaster.tasks.EscalationDefaults;
import io.flowmaster.tasks.EscalationDefaultsChanged;
import io.flowmaster.tasks.UnknownAssignee;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The tenants' default escalations. Each new task asks for them, so they are kept for some seconds;
 * a change on another node is seen after these.
 */
@Component
class JdbcEscalationDefaults implements EscalationDefaults {
  private static final Duration FRESH = Duration.ofSeconds(10);
  private static final Current NONE = new Current(Plan.NOTHING, new Revision(0));
  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final TaskPeople people;
  private final BusinessTimes times;
  private final CurrentActor current;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final Cache<TenantId, Plan> plans =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(FRESH).build();

  JdbcEscalationDefaults(
      JdbcClient jdbc,
      ObjectMapper json,
      TaskPeople people,
      BusinessTimes times,
      CurrentActor current,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.people = people;
    this.times = times;
    this.current = current;
    this.events = events;
    this.clock = clock;
  }

  Plan of(TenantId tenant) {
    return plans.get(tenant, key -> find(key, "").orElse(NONE).plan());
  }

  @Override
  public Current get() {
    return find(current.tenant(), "").orElse(NONE);
  }

  @Override
  @Transactional
  public Current put(Plan plan, @Nullable String ifMatch) {
    requireKnown(plan);
    Optional<Current> old = find(current.tenant(), " for update");
    old.orElse(NONE).revision().requireMatch(ifMatch);
    try {
      write(
          old.isPresent()
              ? """
                update tasks_escalation_default set content = :content, revision = revision + 1, updated_at = :at,
                  updated_by = :by
                where tenant = :tenant
                """
              : """
                insert into tasks_escalation_default (tenant, content, revision, updated_at, updated_by)
                values (:tenant, :content, 1, :at, :by)
                """,
          plan);
    } catch (DuplicateKeyException sameTime) {
      throw new Revision.StaleRevision(new Revision(1));
    }
    events.publishEvent(
        new EscalationDefaultsChanged(
            current.tenant(), old.orElse(NONE).plan(), plan, clock.instant()));
    return get();
  }

  private void write(String sql, Plan plan) {
    try {
      jdbc.sql(sql)
          .param("tenant", current.tenant().value())
          .param("content", json.writeValueAsString(plan))
          .param("at", Columns.time(clock.instant()))
          .param("by", current.get().id().value())
          .update();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void requireKnown(Plan plan) {
    List<FieldError> errors = new ArrayList<>();
    requireTargets("/notStarted/", plan.notStarted(), errors);
    requireTargets("/notFinished/", plan.notFinished(), errors);
    if (!errors.isEmpty()) {
      throw new UnknownAssignee(errors);
    }
    if (plan.calendar() != null && !times.exists(current.tenant(), plan.calendar())) {
      throw new InvalidValue(
          "calendar", "There is no calendar " + plan.calendar() + ". Name one of /calendars.");
    }
  }

  private void requireTargets(String chain, List<EscalationStep> steps, List<FieldError> errors) {
    for (int i = 0; i < steps.size(); i++) {
      String to = steps.get(i).to();
      if (to != null && !people.isGroup(to) && !people.isUser(to)) {
        errors.add(
            new FieldError(
                chain + i + "/to", "There is no group or user " + to + " in this tenant."));
      }
    }
  }

  private Optional<Current> find(TenantId tenant, String lock) {
    return jdbc.sql("select * from tasks_escalation_default where tenant = :tenant" + lock)
        .param("tenant", tenant.value())
        .query(
            (row, n) ->
                new Current(read(row.getString("content")), new Revision(row.getLong("revision"))))
        .optional();
  }

  private Plan read(String text) {
    try {
      return json.readValue(text, Plan.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @TransactionalEventListener(classes = EscalationDefaultsChanged.class, fallbackExecution = true)
  void forget() {
    plans.invalidateAll();
  }
}
