package io.flowmaster.tasks.internal;

import io.flowmaster.calendars.BusinessDuration;
import io.flowmaster.calendars.BusinessTime;
import io.flowmaster.calendars.BusinessTimes;
import io.flowmaster.engine.EngineScope;
import io.flowmaster.platform.TenantId;
import io.flowmaster.processes.EscalationStep;
import io.flowmaster.tasks.EscalationDefaults.Plan;
import io.flowmaster.tasks.internal.JdbcTaskDeadlines.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps the deadlines of tasks right, in the transaction that changed a task: they begin with it,
 * follow its due date, and end with it. A task for which nothing is declared costs nothing.
 */
@Component
class TaskWatch {
  private final TaskDeclarations declarations;
  private final JdbcEscalationDefaults defaults;
  private final JdbcTaskDeadlines deadlines;
  private final BusinessTimes times;
  private final HistoryService history;
  private final EngineScope scope;

  TaskWatch(
      TaskDeclarations declarations,
      JdbcEscalationDefaults defaults,
      JdbcTaskDeadlines deadlines,
      BusinessTimes times,
      HistoryService history,
      EngineScope scope) {
    this.declarations = declarations;
    this.defaults = defaults;
    this.deadlines = deadlines;
    this.times = times;
    this.history = history;
    this.scope = scope;
  }

  /**
   * @param old null for a new task
   * @param at when it was changed
   */
  void changed(@Nullable EngineTask old, EngineTask now, Instant at) {
    Rules rules = rules(now);
    boolean moved = old != null && !Objects.equals(place(old), place(now));
    if (rules.isEmpty() && !moved) {
      return;
    }
    if (!now.isOpen()) {
      deadlines.remove(now.id());
    } else if (old == null || moved) {
      begin(now, rules, moved);
    } else {
      follow(old, now, rules, at);
    }
  }

  private static @Nullable String place(EngineTask task) {
    EngineTask.ProcessRef process = task.process();
    return process == null ? null : process.definitionId() + " " + process.activityId();
  }

  private void begin(EngineTask task, Rules rules, boolean again) {
    if (again) {
      deadlines.remove(task.id());
    }
    List<Deadline> all = new ArrayList<>();
    if (task.assignee() == null) {
      all.addAll(notStarted(task, rules, task.createdAt()));
    }
    all.addAll(notFinished(task, rules));
    Target target = target(task, rules);
    if (target != null) {
      deadlines.promise(task.id(), task.tenant(), target);
      all.add(deadline(task, Deadline.Kind.SLA_WARNING, 0, target.warnAt(), "", null));
      all.add(deadline(task, Deadline.Kind.SLA_MISSED, 0, target.dueAt(), "", null));
    }
    deadlines.add(all);
  }

  /** What was given back is not started again; another due date begins its chain anew. */
  private void follow(EngineTask old, EngineTask now, Rules rules, Instant at) {
    boolean wasStarted = old.assignee() != null;
    boolean isStarted = now.assignee() != null;
    if (wasStarted != isStarted) {
      deadlines.remove(now.id(), Deadline.Kind.NOT_STARTED);
      if (!isStarted) {
        deadlines.add(notStarted(now, rules, at));
      }
    }
    if (!Objects.equals(old.dueAt(), now.dueAt())) {
      followDue(now, Deadline.Kind.NOT_FINISHED, rules.notFinished(), rules);
      if (!isStarted) {
        followDue(now, Deadline.Kind.NOT_STARTED, rules.notStarted(), rules);
      }
    }
  }

  private void followDue(
      EngineTask task, Deadline.Kind kind, List<EscalationStep> steps, Rules rules) {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).from() == EscalationStep.Base.DUE) {
        deadlines.remove(task.id(), kind, i);
      }
    }
    deadlines.add(
        chain(task, kind, steps, rules, task.createdAt()).stream()
            .filter(each -> steps.get(each.step()).from() == EscalationStep.Base.DUE)
            .toList());
  }

  private static List<Deadline> notStarted(EngineTask task, Rules rules, Instant from) {
    return chain(task, Deadline.Kind.NOT_STARTED, rules.notStarted(), rules, from);
  }

  private static List<Deadline> notFinished(EngineTask task, Rules rules) {
    return chain(task, Deadline.Kind.NOT_FINISHED, rules.notFinished(), rules, task.createdAt());
  }

  private static List<Deadline> chain(
      EngineTask task,
      Deadline.Kind kind,
      List<EscalationStep> steps,
      Rules rules,
      Instant creation) {
    List<Deadline> chain = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      EscalationStep step = steps.get(i);
      boolean fromDue = step.from() == EscalationStep.Base.DUE;
      Instant from = fromDue ? task.dueAt() : creation;
      if (from != null) {
        String told = step.after() + (fromDue ? " after it was due" : "");
        chain.add(deadline(task, kind, i, rules.time().after(from, step.after()), told, step.to()));
      }
    }
    return chain;
  }

  private static Deadline deadline(
      EngineTask task,
      Deadline.Kind kind,
      int step,
      Instant at,
      String told,
      @Nullable String target) {
    return new Deadline(task.id(), task.tenant(), kind, step, at, told, target, 0);
  }

  private @Nullable Target target(EngineTask task, Rules rules) {
    BusinessDuration promised = rules.declared().sla();
    if (promised == null) {
      return null;
    }
    boolean ofProcess = rules.declared().isSlaOfProcess();
    Instant from = ofProcess ? startOf(task) : task.createdAt();
    Instant due = rules.time().after(from, promised);
    Duration all = rules.time().between(from, due);
    long share = (long) (all.toMillis() * rules.declared().warnAt());
    return new Target(ofProcess, rules.time().after(from, Duration.ofMillis(share)), due);
  }

  private Instant startOf(EngineTask task) {
    EngineTask.ProcessRef process = Objects.requireNonNull(task.process());
    HistoricProcessInstance instance =
        scope.acrossTenants(
            () ->
                history
                    .createHistoricProcessInstanceQuery()
                    .processInstanceId(process.executionId())
                    .singleResult());
    return instance == null ? task.createdAt() : instance.getStartTime().toInstant();
  }

  private Rules rules(EngineTask task) {
    DeclaredTask declared = declarations.of(task);
    TenantId tenant = new TenantId(task.tenant());
    Plan usual = defaults.of(tenant);
    List<EscalationStep> notStarted = declared.notStarted();
    List<EscalationStep> notFinished = declared.notFinished();
    String calendar = declared.calendar() == null ? usual.calendar() : declared.calendar();
    return new Rules(
        declared,
        notStarted == null ? usual.notStarted() : notStarted,
        notFinished == null ? usual.notFinished() : notFinished,
        () -> times.of(tenant, calendar));
  }

  /** What holds for one task. */
  private record Rules(
      DeclaredTask declared,
      List<EscalationStep> notStarted,
      List<EscalationStep> notFinished,
      Supplier<BusinessTime> working) {
    BusinessTime time() {
      return working.get();
    }

    boolean isEmpty() {
      return declared.sla() == null && notStarted.isEmpty() && notFinished.isEmpty();
    }
  }
}
