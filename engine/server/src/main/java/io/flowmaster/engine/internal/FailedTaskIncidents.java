package io.flowmaster.engine.internal;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExternalTaskEntity;
import org.camunda.bpm.engine.runtime.Incident;

/**
 * An external task that ends is not asked for incidents when it cannot have one: an incident comes
 * when no retries are left, and goes when there are some again.
 */
class FailedTaskIncidents extends DefaultIncidentHandler {
  FailedTaskIncidents() {
    super(Incident.EXTERNAL_TASK_HANDLER_TYPE);
  }

  @Override
  protected void removeIncident(IncidentContext context, boolean isResolved) {
    if (!neverFailed(context)) {
      super.removeIncident(context, isResolved);
    }
  }

  private static boolean neverFailed(IncidentContext context) {
    ExternalTaskEntity task =
        Context.getCommandContext()
            .getDbEntityManager()
            .getCachedEntity(ExternalTaskEntity.class, context.getConfiguration());
    return task != null
        && (task.getRetries() == null || task.getRetries() > 0)
        && task.getErrorMessage() == null
        && task.getLastFailureLogId() == null;
  }
}
