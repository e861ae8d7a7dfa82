package io.flowmaster.tasks.internal;

import io.flowmaster.calendars.BusinessDuration;
import io.flowmaster.calendars.BusinessTimes;
import io.flowmaster.engine.TaskLifecycle;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import io.flowmaster.tasks.FourEyesRequired;
import io.flowmaster.tasks.internal.JdbcTaskPerformers.Performed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Does what models declare at the moments of a task's life: its due date is set before it is
 * stored, and nobody gets or completes it who did a task that somebody else has to do.
 */
@Component
class DeclaredTaskLifecycle implements TaskLifecycle {
  private final TaskDeclarations declarations;
  private final JdbcTaskPerformers performers;
  private final BusinessTimes times;
  private final CurrentActor current;

  DeclaredTaskLifecycle(
      TaskDeclarations declarations,
      JdbcTaskPerformers performers,
      BusinessTimes times,
      CurrentActor current) {
    this.declarations = declarations;
    this.performers = performers;
    this.times = times;
    this.current = current;
  }

  /**
   * An assignee by expression who may not do it is left out: the candidates, or managers, take
   * over.
   */
  @Override
  public void created(DelegateTask task) {
    DeclaredTask declared = declared(task);
    BusinessDuration due = declared.due();
    if (due != null && task.getDueDate() == null && task.getTenantId() != null) {
      task.setDueDate(
          Date.from(
              times
                  .of(new TenantId(task.getTenantId()), declared.calendar())
                  .after(task.getCreateTime().toInstant(), due)));
    }
    if (task.getAssignee() != null
        && done(task, declared, List.of(task.getAssignee())).isPresent()) {
      task.setAssignee(null);
    }
  }

  @Override
  public void assigned(DelegateTask task) {
    String assignee = task.getAssignee();
    if (assignee == null) {
      return;
    }
    List<String> people = new ArrayList<>(List.of(assignee));
    current
        .find()
        .filter(actor -> actor.id().value().equals(assignee))
        .map(Actor::onBehalfOf)
        .map(UserId::value)
        .ifPresent(people::add);
    require(task, declared(task), people);
  }

  @Override
  public void completing(DelegateTask task) {
    DeclaredTask declared = declared(task);
    if (declared.others().isEmpty()) {
      return;
    }
    Collection<String> people = performers(task.getAssignee());
    require(task, declared, people);
    Performed performed =
        new Performed(
            String.valueOf(task.getTenantId()),
            task.getProcessInstanceId(),
            task.getTaskDefinitionKey(),
            task.getId(),
            people);
    try {
      performers.add(performed, declared.others().keySet());
    } catch (DuplicateKeyException sameTime) {
      Map.Entry<String, String> other = declared.others().entrySet().iterator().next();
      throw new FourEyesRequired(people.iterator().next(), other.getValue(), other.getKey());
    }
  }

  /** Who does it, and for whom; when nobody is seen to, its assignee. */
  private Collection<String> performers(@Nullable String assignee) {
    Optional<Actor> actor = current.find().filter(each -> each.kind() != Actor.Kind.SYSTEM);
    if (actor.isEmpty()) {
      return assignee == null ? List.of() : List.of(assignee);
    }
    UserId person = actor.get().onBehalfOf();
    String me = actor.get().id().value();
    return person == null || person.value().equals(me) ? List.of(me) : List.of(me, person.value());
  }

  private void require(DelegateTask task, DeclaredTask declared, Collection<String> people) {
    done(task, declared, people)
        .ifPresent(
            done -> {
              String activity = done.getValue();
              throw new FourEyesRequired(done.getKey(), declared.others().get(activity), activity);
            });
  }

  /** One of the people with a task that excludes this one. */
  private Optional<Map.Entry<String, String>> done(
      DelegateTask task, DeclaredTask declared, Collection<String> people) {
    if (declared.others().isEmpty() || people.isEmpty()) {
      return Optional.empty();
    }
    return performers
        .of(
            String.valueOf(task.getTenantId()),
            task.getProcessInstanceId(),
            declared.others().keySet())
        .entrySet()
        .stream()
        .filter(done -> people.contains(done.getKey()))
        .findFirst();
  }

  private DeclaredTask declared(DelegateTask task) {
    return declarations.of(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
  }
}
