package io.flowmaster.tasks.internal;

import io.flowmaster.platform.AccessPolicy;
import io.flowmaster.platform.AccessPolicy.Action;
import io.flowmaster.platform.AccessPolicy.Resource;
import io.flowmaster.platform.Page;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the tenant's access policy says about tasks. */
@Component
class TaskPolicies {
  private final AccessPolicy policy;

  TaskPolicies(AccessPolicy policy) {
    this.policy = policy;
  }

  boolean mayRead(TaskRow row) {
    return policy.allows(Action.READ, () -> resource(row));
  }

  Page<TaskRow> readable(Page<TaskRow> page) {
    return policy.readable(page, TaskPolicies::resource);
  }

  void require(String action, TaskRow row) {
    policy.require(action, () -> resource(row));
  }

  private static Resource resource(TaskRow row) {
    EngineTask task = row.task();
    EngineTask.ProcessRef process = task.process();
    Map<String, @Nullable Object> attributes = new HashMap<>();
    attributes.put("name", task.name());
    attributes.put("status", task.status().name());
    attributes.put("priority", task.priority());
    attributes.put("assignee", task.assignee());
    attributes.put("owner", task.owner());
    attributes.put("createdBy", row.createdBy());
    attributes.put("candidateGroups", task.candidateGroups());
    attributes.put("candidateUsers", task.candidateUsers());
    attributes.put("processKey", process == null ? null : process.key());
    attributes.put("activityId", process == null ? null : process.activityId());
    attributes.put("businessKey", process == null ? null : process.businessKey());
    return new Resource("task", row.id(), attributes);
  }
}
