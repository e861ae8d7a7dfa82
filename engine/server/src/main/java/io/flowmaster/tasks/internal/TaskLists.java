package io.flowmaster.tasks.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * The names of the lists in which an open task stands. Who has or may claim it finds it there;
 * overdue and escalated ones stand in lists of their own too, because picking them out of a long
 * list that is sorted by something else reads all of it.
 */
final class TaskLists {
  static final String OVERDUE = "overdue:";
  static final String ESCALATED = "escalated:";
  static final String ALL = "all";

  private TaskLists() {}

  static String mine(String user) {
    return "mine:" + user;
  }

  static String offeredTo(Candidate candidate) {
    return candidate.kind() + ":" + candidate.id();
  }

  /** The lists that hold the task: none when it has ended. */
  static List<String> of(EngineTask task, boolean overdue, boolean escalated) {
    if (!task.isOpen()) {
      return List.of();
    }
    List<String> usual = usual(task);
    List<String> lists = new ArrayList<>(usual);
    if (overdue) {
      usual.forEach(list -> lists.add(OVERDUE + list));
      lists.add(OVERDUE + ALL);
    }
    if (escalated) {
      usual.forEach(list -> lists.add(ESCALATED + list));
      lists.add(ESCALATED + ALL);
    }
    return lists;
  }

  private static List<String> usual(EngineTask task) {
    if (task.assignee() != null) {
      return List.of(mine(task.assignee()));
    }
    List<String> lists = new ArrayList<>();
    task.candidateGroups()
        .forEach(group -> lists.add(offeredTo(new Candidate(Candidate.GROUP, group))));
    task.candidateUsers()
        .forEach(user -> lists.add(offeredTo(new Candidate(Candidate.USER, user))));
    return lists;
  }
}
