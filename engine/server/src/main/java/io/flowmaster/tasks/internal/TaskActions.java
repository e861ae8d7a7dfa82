package io.flowmaster.tasks.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.flowmaster.bulk.BulkAction;
import io.flowmaster.bulk.BulkOutcome;
import io.flowmaster.bulk.BulkWork;
import io.flowmaster.bulk.UndoableBulkAction;
import io.flowmaster.platform.Roles;
import io.flowmaster.tasks.NewTaskBulk.Action;
import io.flowmaster.tasks.TaskAlreadyDone;
import io.flowmaster.tasks.TaskId;
import io.flowmaster.tasks.TaskInbox;
import io.flowmaster.tasks.TaskResponse;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What can be done to many tasks: each the same as to one. */
@Configuration(proxyBeanMethods = false)
class TaskActions {
  static final String ASSIGNEE = "assignee";
  static final String RESPONSE = "response";
  static final Set<String> WORK =
      Set.of(
          Roles.ADMIN,
          Roles.MANAGER,
          Roles.EMPLOYEE,
          Roles.DESIGNER,
          Roles.DEVELOPER,
          Roles.AGENT,
          Roles.WORKER);

  static String name(Action action) {
    return "tasks." + action.name().toLowerCase(Locale.ROOT);
  }

  @Bean
  BulkAction assignTasks(TaskInbox inbox, VisibleTasks visible) {
    return new Assignment(inbox, visible);
  }

  @Bean
  BulkAction respondToTasks(TaskInbox inbox, ObjectMapper json) {
    return new Answer(inbox, json);
  }

  @Bean
  BulkAction changeTasks(TaskInbox inbox, VisibleTasks visible, ObjectMapper json) {
    return new TaskChanging(inbox, visible, json);
  }

  /** Claims, assigns or releases; undone, who had a task gets it back. */
  private record Assignment(TaskInbox inbox, VisibleTasks visible) implements UndoableBulkAction {
    @Override
    public String name() {
      return TaskActions.name(Action.ASSIGN);
    }

    @Override
    public Set<String> roles() {
      return WORK;
    }

    @Override
    public BulkOutcome perform(BulkWork work) {
      EngineTask task = open(visible, work);
      String assignee = text(work.parameters().get(ASSIGNEE));
      if (Objects.equals(assignee, task.assignee())) {
        return new BulkOutcome.Skipped(
            "already-assigned",
            assignee == null ? "Nobody had it." : assignee + " had it already.");
      }
      inbox.assign(new TaskId(work.item()), assignee, null);
      return new BulkOutcome.Done(null, json(task.assignee()));
    }

    @Override
    public BulkOutcome undo(BulkWork work) {
      EngineTask task = open(visible, work);
      String former = text(work.memory());
      if (!Objects.equals(task.assignee(), text(work.parameters().get(ASSIGNEE)))) {
        return new BulkOutcome.Skipped(
            "assigned-since", "It was assigned to somebody else since; that stays.");
      }
      inbox.assign(new TaskId(work.item()), former, null);
      return BulkOutcome.done();
    }
  }

  static EngineTask open(VisibleTasks visible, BulkWork work) {
    EngineTask task = visible.get(new TaskId(work.item())).task();
    if (!task.isOpen()) {
      throw new TaskAlreadyDone(task.status());
    }
    return task;
  }

  /** Gives each the same answer; what an answer set off cannot be taken back. */
  private record Answer(TaskInbox inbox, ObjectMapper json) implements BulkAction {
    @Override
    public String name() {
      return TaskActions.name(Action.RESPOND);
    }

    @Override
    public Set<String> roles() {
      return WORK;
    }

    @Override
    public BulkOutcome perform(BulkWork work) {
      inbox.respond(new TaskId(work.item()), response(work.parameters().get(RESPONSE)), null);
      return BulkOutcome.done();
    }

    private TaskResponse response(JsonNode answer) {
      try {
        return json.treeToValue(answer, TaskResponse.class);
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static JsonNode json(@Nullable String text) {
    return text == null ? NullNode.getInstance() : TextNode.valueOf(text);
  }

  private static @Nullable String text(@Nullable JsonNode value) {
    return value == null || value.isNull() ? null : value.asText();
  }
}
