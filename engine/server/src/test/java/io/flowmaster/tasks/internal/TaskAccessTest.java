package io.flowmaster.tasks.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmaster.platform.Actor;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import io.flowmaster.tasks.TaskDetails.Action;
import io.flowmaster.tasks.TaskStatus;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TaskAccessTest {
  private static final Actor ANA = actor("ana", Set.of("employee"), "staff");
  private static final Actor BEN = actor("ben", Set.of("employee"), "sales");
  private static final Actor MEG = actor("meg", Set.of("manager"), "managers");

  @Test
  void aTaskIsSeenByWhomItConcerns() {
    TaskRow offered = task(TaskStatus.OPEN, null, List.of("staff"));
    assertThat(TaskAccess.sees(ANA, offered)).isTrue();
    assertThat(TaskAccess.sees(BEN, offered)).isFalse();
    assertThat(TaskAccess.sees(MEG, offered)).isTrue();
    assertThat(TaskAccess.sees(BEN, task(TaskStatus.OPEN, "ben", List.of()))).isTrue();
  }

  @Test
  void onlyACandidateOrAManagerClaims() {
    EngineTask offered = task(TaskStatus.OPEN, null, List.of("staff")).task();
    assertThat(TaskAccess.mayClaim(ANA, offered)).isTrue();
    assertThat(TaskAccess.mayClaim(BEN, offered)).isFalse();
    assertThat(TaskAccess.mayClaim(MEG, offered)).isTrue();
    EngineTask taken = task(TaskStatus.OPEN, "ben", List.of("staff")).task();
    assertThat(TaskAccess.mayClaim(ANA, taken)).isFalse();
    assertThat(TaskAccess.mayWork(BEN, taken)).isTrue();
  }

  @Test
  void theActionsFollowTheState() {
    assertThat(
            TaskAccess.actions(
                ANA, task(TaskStatus.OPEN, null, List.of("staff")), false, List.of()))
        .containsExactlyInAnyOrder(
            Action.CLAIM,
            Action.RESPOND,
            Action.DRAFT,
            Action.ESCALATE,
            Action.COMMENT,
            Action.ATTACH);
    assertThat(TaskAccess.actions(BEN, task(TaskStatus.OPEN, "ben", List.of()), false, List.of()))
        .contains(Action.RELEASE, Action.DELEGATE, Action.RESPOND)
        .doesNotContain(Action.CLAIM, Action.ASSIGN, Action.CHANGE);
    assertThat(TaskAccess.actions(BEN, task(TaskStatus.OPEN, "ben", List.of()), true, List.of()))
        .doesNotContain(Action.RESPOND, Action.RELEASE);
    assertThat(
            TaskAccess.actions(MEG, task(TaskStatus.COMPLETED, "ben", List.of()), false, List.of()))
        .containsExactly(Action.COMMENT);
  }

  private static Actor actor(String id, Set<String> roles, String group) {
    return new Actor(
        new TenantId("demo"), new UserId(id), id, Actor.Kind.PERSON, roles, Set.of(group));
  }

  private static TaskRow task(TaskStatus status, String assignee, List<String> groups) {
    EngineTask task =
        new EngineTask(
            "1",
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
            groups,
            List.of());
    return new TaskRow(task, null, null, null, null, null, null, 1);
  }
}
