package io.flowmaster.tasks.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.tasks.TaskStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TaskListsTest {
  @Test
  void aTaskThatNobodyHasStandsInTheListsOfThoseWhoMayClaimIt() {
    assertThat(TaskLists.of(task(TaskStatus.OPEN, null), false, false))
        .containsExactly("group:staff", "group:board", "user:ana");
  }

  @Test
  void anAssignedTaskStandsInTheListOfItsAssigneeOnly() {
    assertThat(TaskLists.of(task(TaskStatus.OPEN, "bob"), false, false))
        .containsExactly("mine:bob");
  }

  @Test
  void whatIsOverdueOrEscalatedStandsInListsOfItsOwnToo() {
    assertThat(TaskLists.of(task(TaskStatus.OPEN, "bob"), true, true))
        .containsExactly(
            "mine:bob", "overdue:mine:bob", "overdue:all", "escalated:mine:bob", "escalated:all");
  }

  @Test
  void aTaskThatEndedStandsNowhere() {
    assertThat(TaskLists.of(task(TaskStatus.COMPLETED, "bob"), true, true)).isEmpty();
  }

  private static EngineTask task(TaskStatus status, @Nullable String assignee) {
    return new EngineTask(
        "t",
        "demo",
        "Task",
        null,
        status,
        assignee,
        null,
        null,
        50,
        null,
        null,
        Instant.EPOCH,
        null,
        null,
        List.of("staff", "board"),
        List.of("ana"));
  }
}
