package io.flowmaster.executions.internal;

import io.flowmaster.executions.ExecutionId;
import io.flowmaster.executions.Executions;
import io.flowmaster.platform.BusEvent;
import io.flowmaster.platform.LiveChannel;
import io.flowmaster.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What happens to one execution and to its tasks: channel {@code executions/<id>}. */
@Component
class LiveExecutions implements LiveChannel {
  private final Executions executions;

  LiveExecutions(Executions executions) {
    this.executions = executions;
  }

  @Override
  public String kind() {
    return "executions";
  }

  @Override
  public boolean isOpen(@Nullable String id) {
    if (id == null) {
      return false;
    }
    try {
      executions.get(new ExecutionId(id));
      return true;
    } catch (Problem notThereOrNotAllowed) {
      return false;
    }
  }

  @Override
  public boolean carries(@Nullable String id, BusEvent event) {
    return ("execution/" + id).equals(event.subject())
        || event.data() != null
            && event.subject() != null
            && event.subject().startsWith("task/")
            && event.data().path("executionId").asText().equals(id);
  }
}
