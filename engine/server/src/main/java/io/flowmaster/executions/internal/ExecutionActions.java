package io.flowmaster.executions.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.bulk.BulkAction;
import io.flowmaster.bulk.BulkOutcome;
import io.flowmaster.bulk.BulkWork;
import io.flowmaster.bulk.UndoableBulkAction;
import io.flowmaster.executions.ExecutionControl;
import io.flowmaster.executions.ExecutionId;
import io.flowmaster.executions.ExecutionMessages;
import io.flowmaster.executions.ExecutionStatus;
import io.flowmaster.executions.MessageCorrelation;
import io.flowmaster.executions.NewExecutionBulk.Action;
import io.flowmaster.platform.Roles;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What can be done to many executions: each the same as to one. */
@Configuration(proxyBeanMethods = false)
class ExecutionActions {
  private static final Set<String> STEER = Set.of(Roles.MANAGER, Roles.DEVELOPER, Roles.ADMIN);

  /** An action on one execution. */
  private record Steering(String name, Function<BulkWork, BulkOutcome> forth)
      implements BulkAction {
    @Override
    public Set<String> roles() {
      return STEER;
    }

    @Override
    public BulkOutcome perform(BulkWork work) {
      return forth.apply(work);
    }
  }

  /** An action on one execution, and what takes it back. */
  private record Undoable(
      String name, Function<BulkWork, BulkOutcome> forth, Function<BulkWork, BulkOutcome> back)
      implements UndoableBulkAction {
    @Override
    public Set<String> roles() {
      return STEER;
    }

    @Override
    public BulkOutcome perform(BulkWork work) {
      return forth.apply(work);
    }

    @Override
    public BulkOutcome undo(BulkWork work) {
      return back.apply(work);
    }
  }

  static String name(Action action) {
    return "executions." + action.name().toLowerCase(Locale.ROOT);
  }

  @Bean
  BulkAction pauseExecutions(ExecutionRows rows, ExecutionControl control) {
    return new Undoable(
        name(Action.PAUSE),
        work -> pause(rows, control, work),
        work -> resume(rows, control, work));
  }

  @Bean
  BulkAction resumeExecutions(ExecutionRows rows, ExecutionControl control) {
    return new Undoable(
        name(Action.RESUME),
        work -> resume(rows, control, work),
        work -> pause(rows, control, work));
  }

  @Bean
  BulkAction cancelExecutions(ExecutionRows rows, ExecutionControl control) {
    return new Steering(
        name(Action.CANCEL),
        work -> {
          if (rows.get(work.item()).status() == ExecutionStatus.CANCELLED) {
            return new BulkOutcome.Skipped("already-cancelled", "It was cancelled before.");
          }
          control.cancel(new ExecutionId(work.item()), work.reason());
          return BulkOutcome.done();
        });
  }

  @Bean
  BulkAction messageExecutions(ExecutionMessages messages) {
    return new Steering(
        name(Action.MESSAGE),
        work -> {
          messages.correlate(
              new MessageCorrelation(
                  work.parameters().get("message").asText(),
                  null,
                  new ExecutionId(work.item()),
                  Map.of(),
                  members(work.parameters().get("variables"))));
          return BulkOutcome.done();
        });
  }

  private static BulkOutcome pause(ExecutionRows rows, ExecutionControl control, BulkWork work) {
    if (rows.get(work.item()).status() == ExecutionStatus.PAUSED) {
      return new BulkOutcome.Skipped("already-paused", "It was paused before.");
    }
    control.pause(new ExecutionId(work.item()));
    return BulkOutcome.done();
  }

  private static BulkOutcome resume(ExecutionRows rows, ExecutionControl control, BulkWork work) {
    ExecutionRow row = rows.get(work.item());
    if (!row.hasEnded() && row.status() != ExecutionStatus.PAUSED) {
      return new BulkOutcome.Skipped("not-paused", "It is not paused.");
    }
    control.resume(new ExecutionId(work.item()));
    return BulkOutcome.done();
  }

  private static Map<String, JsonNode> members(JsonNode object) {
    Map<String, JsonNode> members = new TreeMap<>();
    object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
    return members;
  }
}
