package io.flowmaster.engine;

import io.flowmaster.platform.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * Names work of the engine, existing and to come; what is null does not matter.
 *
 * @param processKey BPMN id of the process, in all its versions
 * @param activityId BPMN id of the activity
 * @param topic of external tasks; with it jobs and user tasks are not meant
 * @param reason why somebody singled it out; null when nothing was said
 */
public record WorkRule(
    TenantId tenant,
    @Nullable String processKey,
    @Nullable String activityId,
    @Nullable String topic,
    @Nullable String reason) {

  /** Whether it names the user tasks of an activity. */
  public boolean namesUserTask(@Nullable String tenant, String process, @Nullable String activity) {
    return topic == null
        && activityId != null
        && activityId.equals(activity)
        && this.tenant.value().equals(tenant)
        && (processKey == null || processKey.equals(process));
  }
}
