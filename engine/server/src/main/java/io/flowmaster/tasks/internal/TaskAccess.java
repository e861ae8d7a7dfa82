package io.flowmaster.tasks.internal;

import io.flowmaster.platform.Actor;
import io.flowmaster.platform.Roles;
import io.flowmaster.platform.UserId;
import io.flowmaster.tasks.TaskDetails.Action;
import io.flowmaster.tasks.TaskNotYours;
import io.flowmaster.tasks.TaskSearch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Who sees and may do what. Managers and administrators see every task of their tenant and may
 * assign anybody; others see what is assigned to them, owned by them, offered to them, made or done
 * by them, and work on what is theirs or can be claimed.
 */
final class TaskAccess {
  private TaskAccess() {}

  static boolean seesAll(Actor actor) {
    return actor.hasAny(Roles.MANAGER, Roles.ADMIN);
  }

  /**
   * @throws TaskNotYours when the search is for more than the actor may see
   */
  static void require(Actor actor, TaskSearch search) {
    if (search.view() == TaskSearch.View.ALL && !seesAll(actor)) {
      throw new TaskNotYours(
          "Only managers and administrators see all tasks. Leave view out for what you may work on.");
    }
  }

  /** As what the actor may claim tasks. */
  static List<Candidate> candidates(Actor actor) {
    List<Candidate> candidates = new ArrayList<>();
    candidates.add(new Candidate(Candidate.USER, actor.id().value()));
    actor.groups().stream()
        .sorted()
        .forEach(group -> candidates.add(new Candidate(Candidate.GROUP, group)));
    return candidates;
  }

  static boolean sees(Actor actor, TaskRow row) {
    String me = actor.id().value();
    return seesAll(actor)
        || me.equals(row.task().assignee())
        || me.equals(row.task().owner())
        || me.equals(row.createdBy())
        || me.equals(row.completedBy())
        || isCandidate(actor, row.task());
  }

  static boolean isCandidate(Actor actor, EngineTask task) {
    return task.candidateUsers().contains(actor.id().value())
        || !Collections.disjoint(task.candidateGroups(), actor.groups());
  }

  static boolean isAssignee(Actor actor, EngineTask task) {
    return actor.id().value().equals(task.assignee());
  }

  /** May work on it: has it, or nobody has it and it may be claimed. */
  static boolean mayWork(Actor actor, EngineTask task) {
    return isAssignee(actor, task) || mayClaim(actor, task);
  }

  static boolean mayClaim(Actor actor, EngineTask task) {
    return task.assignee() == null && (seesAll(actor) || isCandidate(actor, task));
  }

  /** May change the task itself: managers, and whoever made it. */
  static boolean mayChange(Actor actor, TaskRow row) {
    return seesAll(actor) || actor.id().value().equals(row.createdBy());
  }

  /**
   * What the actor may do now with a task that the actor sees.
   *
   * @param excluded who must not do it, because of what they did before
   */
  static Set<Action> actions(
      Actor actor, TaskRow row, boolean paused, Collection<String> excluded) {
    EngineTask task = row.task();
    Set<Action> actions = EnumSet.of(Action.COMMENT);
    if (!task.isOpen()) {
      return actions;
    }
    actions.add(Action.ATTACH);
    actions.add(Action.ESCALATE);
    if (mayWork(actor, task)) {
      actions.add(Action.DRAFT);
    }
    if (paused) {
      return actions;
    }
    boolean mine = isAssignee(actor, task);
    boolean allowed = Collections.disjoint(excluded, people(actor));
    add(actions, allowed && mayClaim(actor, task), Action.CLAIM);
    add(actions, task.assignee() != null && (mine || seesAll(actor)), Action.RELEASE);
    add(actions, seesAll(actor), Action.ASSIGN);
    add(actions, allowed && mayWork(actor, task) && !task.isDelegated(), Action.RESPOND);
    add(actions, task.assignee() != null && (mine || seesAll(actor)), Action.DELEGATE);
    add(actions, mine && task.isDelegated(), Action.RESOLVE);
    add(actions, mayChange(actor, row), Action.CHANGE);
    return actions;
  }

  /** The actor, and for whom. */
  private static List<String> people(Actor actor) {
    UserId person = actor.onBehalfOf();
    String me = actor.id().value();
    return person == null ? List.of(me) : List.of(me, person.value());
  }

  private static void add(Set<Action> actions, boolean allowed, Action action) {
    if (allowed) {
      actions.add(action);
    }
  }
}
