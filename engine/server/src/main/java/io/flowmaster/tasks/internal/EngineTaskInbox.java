package io.flowmaster.tasks.internal;

import io.flowmaster.engine.EngineVariables;
import io.flowmaster.platform.AccessPolicy.Action;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Page;
import io.flowmaster.platform.PageQuery;
import io.flowmaster.tasks.NewTask;
import io.flowmaster.tasks.TaskAlreadyClaimed;
import io.flowmaster.tasks.TaskDetails;
import io.flowmaster.tasks.TaskEdit;
import io.flowmaster.tasks.TaskId;
import io.flowmaster.tasks.TaskInDelegation;
import io.flowmaster.tasks.TaskInbox;
import io.flowmaster.tasks.TaskNotYours;
import io.flowmaster.tasks.TaskResponse;
import io.flowmaster.tasks.TaskSearch;
import io.flowmaster.tasks.TaskView;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The inbox on the engine: what changes a task changes it there, and the sync brings it into the
 * read model in the same transaction.
 */
@Component
class EngineTaskInbox implements TaskInbox {
  private final JdbcTaskSearch search;
  private final VisibleTasks visible;
  private final TaskPolicies policies;
  private final TaskDetailsReader details;
  private final TaskPeople people;
  private final TaskViews views;
  private final JdbcTaskPapers papers;
  private final TaskCompletion completion;
  private final TaskEscalation escalation;
  private final TaskEditing editing;
  private final InboxSync sync;
  private final TaskService tasks;
  private final EngineVariables variables;
  private final CurrentActor current;
  private final TaskAttempt attempt;
  private final TransactionTemplate transaction;

  EngineTaskInbox(
      JdbcTaskSearch search,
      VisibleTasks visible,
      TaskPolicies policies,
      TaskDetailsReader details,
      TaskPeople people,
      TaskViews views,
      JdbcTaskPapers papers,
      TaskCompletion completion,
      TaskEscalation escalation,
      TaskEditing editing,
      InboxSync sync,
      TaskService tasks,
      EngineVariables variables,
      CurrentActor current,
      TaskAttempt attempt,
      TransactionTemplate transaction) {
    this.search = search;
    this.visible = visible;
    this.policies = policies;
    this.details = details;
    this.people = people;
    this.views = views;
    this.papers = papers;
    this.completion = completion;
    this.escalation = escalation;
    this.editing = editing;
    this.sync = sync;
    this.tasks = tasks;
    this.variables = variables;
    this.current = current;
    this.attempt = attempt;
    this.transaction = transaction;
  }

  @Override
  public Page<TaskView> search(TaskSearch criteria, PageQuery page) {
    TaskAccess.require(current.get(), criteria);
    return views.of(policies.readable(search.search(current.get(), criteria, page)));
  }

  @Override
  public TaskDetails get(TaskId id) {
    return details.read(visible.get(id));
  }

  @Override
  public TaskView create(NewTask task) {
    people.require(task.assignee(), task.candidateGroups(), task.candidateUsers());
    return transaction.execute(
        status -> {
          Task made = tasks.newTask();
          made.setTenantId(current.tenant().value());
          made.setName(task.name());
          made.setDescription(task.description());
          made.setAssignee(task.assignee());
          made.setPriority(task.priority());
          made.setDueDate(task.dueAt() == null ? null : Date.from(task.dueAt()));
          made.setFollowUpDate(task.followUpAt() == null ? null : Date.from(task.followUpAt()));
          tasks.saveTask(made);
          task.candidateGroups().stream()
              .distinct()
              .forEach(group -> tasks.addCandidateGroup(made.getId(), group));
          task.candidateUsers().stream()
              .distinct()
              .forEach(user -> tasks.addCandidateUser(made.getId(), user));
          tasks.setVariables(made.getId(), variables.toEngine(task.variables()));
          if (task.form() != null) {
            papers.keepForm(current.tenant().value(), made.getId(), task.form());
          }
          // An outer transaction (of an Idempotency-Key) would let the sync run too late to be
          // read.
          sync.refresh(List.of(made.getId()), true);
          return view(visible.changed(new TaskId(made.getId())));
        });
  }

  @Override
  public TaskView assign(TaskId id, @Nullable String assignee, @Nullable String ifMatch) {
    return view(assigned(id, assignee, ifMatch));
  }

  private TaskRow assigned(TaskId id, @Nullable String assignee, @Nullable String ifMatch) {
    if (assignee == null) {
      return attempt.on(id, ifMatch, Action.RELEASE, EngineTaskInbox::mayGiveAway, this::release);
    }
    if (assignee.equals(current.get().id().value())) {
      return attempt.on(
          id,
          ifMatch,
          Action.CLAIM,
          (who, row) -> TaskAccess.seesAll(who) || TaskAccess.mayWork(who, row.task()),
          (rights, row) -> claim(rights, row, ifMatch != null));
    }
    return attempt.on(
        id,
        ifMatch,
        Action.ASSIGN,
        (who, row) -> TaskAccess.seesAll(who) || mayClaimAs(assignee, who, row),
        (rights, row) -> assignOther(rights, row, assignee));
  }

  private static boolean mayGiveAway(Actor who, TaskRow row) {
    return TaskAccess.isAssignee(who, row.task()) || TaskAccess.seesAll(who);
  }

  private static boolean mayClaimAs(String assignee, Actor who, TaskRow row) {
    return assignee.equals(who.id().value()) && TaskAccess.mayClaim(who, row.task());
  }

  private void release(Actor rights, TaskRow row) {
    if (row.task().assignee() == null) {
      return;
    }
    if (!mayGiveAway(rights, row)) {
      throw new TaskNotYours("Only its assignee and managers release a task.");
    }
    tasks.setAssignee(row.id(), null);
  }

  /** Taking a task from somebody else is no accident when a manager names the version. */
  private void claim(Actor rights, TaskRow row, boolean knowing) {
    String me = current.get().id().value();
    String assignee = row.task().assignee();
    if (me.equals(assignee)) {
      return;
    }
    if (assignee != null) {
      if (!TaskAccess.seesAll(rights) || !knowing) {
        throw new TaskAlreadyClaimed(assignee);
      }
      tasks.setAssignee(row.id(), me);
      return;
    }
    if (!TaskAccess.mayClaim(rights, row.task())) {
      throw new TaskNotYours("The task is not offered to you. Ask a manager to assign it to you.");
    }
    tasks.claim(row.id(), me);
  }

  /** A substitute also claims in the person's name: that is who finds it afterwards. */
  private void assignOther(Actor rights, TaskRow row, String assignee) {
    if (mayClaimAs(assignee, rights, row)) {
      tasks.claim(row.id(), assignee);
      return;
    }
    if (!TaskAccess.seesAll(rights)) {
      throw new TaskNotYours(
          "Only managers assign tasks to others. Delegate a task that is yours instead.");
    }
    people.requireUser("/assignee", assignee);
    tasks.setAssignee(row.id(), assignee);
  }

  @Override
  public TaskView respond(TaskId id, TaskResponse response, @Nullable String ifMatch) {
    return view(completion.respond(id, response, ifMatch));
  }

  @Override
  public TaskDetails.Draft draft(TaskId id, TaskResponse draft) {
    return completion.draft(id, draft);
  }

  @Override
  public TaskView delegate(TaskId id, String to, @Nullable String ifMatch) {
    return view(
        attempt.on(
            id,
            ifMatch,
            Action.DELEGATE,
            EngineTaskInbox::mayGiveAway,
            (rights, row) -> delegate(rights, row, to)));
  }

  private void delegate(Actor rights, TaskRow row, String to) {
    if (row.task().assignee() == null) {
      throw new TaskInDelegation("Nobody has the task. Claim or assign it instead.");
    }
    if (!mayGiveAway(rights, row)) {
      throw new TaskNotYours("Only its assignee and managers delegate a task.");
    }
    people.requireUser("/to", to);
    if (to.equals(row.task().assignee())) {
      throw new TaskInDelegation("The task is assigned to " + to + " already.");
    }
    tasks.delegateTask(row.id(), to);
  }

  @Override
  public TaskView resolve(TaskId id, TaskResponse result, @Nullable String ifMatch) {
    return view(completion.resolve(id, result, ifMatch));
  }

  @Override
  public TaskView escalate(TaskId id, String reason, @Nullable String to) {
    escalation.escalate(id, reason, to);
    return view(visible.changed(id));
  }

  @Override
  public TaskView change(TaskId id, TaskEdit edit, @Nullable String ifMatch) {
    editing.change(id, edit, ifMatch);
    return view(visible.changed(id));
  }

  private TaskView view(TaskRow row) {
    return views.of(row);
  }
}
