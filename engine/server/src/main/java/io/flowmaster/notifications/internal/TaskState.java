package io.flowmaster.notifications.internal;

import io.flowmaster.engine.EngineScope;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.Roles;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import io.flowmaster.tasks.TaskId;
import io.flowmaster.tasks.TaskInbox;
import io.flowmaster.tasks.TaskNotFound;
import io.flowmaster.tasks.TaskStatus;
import io.flowmaster.tasks.TaskView;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tasks as they are when a message about them is sent. */
@Component
class TaskState {
  private final TaskInbox inbox;
  private final EngineScope engine;

  TaskState(TaskInbox inbox, EngineScope engine) {
    this.inbox = inbox;
    this.engine = engine;
  }

  /** Whether the message's task is open and, when it says that it is somebody's, still is. */
  boolean concerns(MessageRow message) {
    return find(message.tenant(), String.valueOf(message.task()))
        .filter(task -> task.status() == TaskStatus.OPEN)
        .filter(
            task ->
                !message.topic().equals(BuiltInTexts.ASSIGNED)
                    || message.person() == null
                    || message.person().equals(task.assignee()))
        .isPresent();
  }

  Optional<TaskView> find(TenantId tenant, String task) {
    Actor platform =
        new Actor(
            tenant,
            new UserId("system"),
            "system",
            Actor.Kind.SYSTEM,
            Set.of(Roles.ADMIN),
            Set.of());
    try {
      return engine.actingAs(platform, () -> Optional.of(inbox.get(new TaskId(task)).task()));
    } catch (TaskNotFound gone) {
      return Optional.empty();
    }
  }
}
