package io.flowmaster.executions.internal;

import io.flowmaster.platform.AccessPolicy;
import io.flowmaster.platform.AccessPolicy.Action;
import io.flowmaster.platform.AccessPolicy.Resource;
import io.flowmaster.platform.Page;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the tenant's access policy says about executions. */
@Component
class ExecutionPolicies {
  private static final String TYPE = "execution";
  private final AccessPolicy policy;

  ExecutionPolicies(AccessPolicy policy) {
    this.policy = policy;
  }

  boolean mayRead(ExecutionRow row) {
    return policy.allows(Action.READ, () -> resource(row));
  }

  Page<ExecutionRow> readable(Page<ExecutionRow> page) {
    return policy.readable(page, ExecutionPolicies::resource);
  }

  ExecutionRow require(String action, ExecutionRow row) {
    policy.require(action, () -> resource(row));
    return row;
  }

  void requireStart(String processKey, @Nullable String businessKey) {
    policy.require(Action.START, () -> resource(null, processKey, businessKey, null, null));
  }

  private static Resource resource(ExecutionRow row) {
    return resource(
        row.id(), row.processKey(), row.businessKey(), row.startedBy(), row.status().name());
  }

  private static Resource resource(
      @Nullable String id,
      String processKey,
      @Nullable String businessKey,
      @Nullable String startedBy,
      @Nullable String status) {
    Map<String, @Nullable Object> attributes = new HashMap<>();
    attributes.put("processKey", processKey);
    attributes.put("businessKey", businessKey);
    attributes.put("startedBy", startedBy);
    attributes.put("status", status);
    return new Resource(TYPE, id, attributes);
  }
}
