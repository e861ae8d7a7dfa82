package io.flowmaster.engine.internal;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Incident;

/**
 * A job that ends well is not asked for incidents when it cannot have one: an incident comes when
 * no retries are left, and goes when there are some again.
 */
class FailedJobIncidents extends DefaultIncidentHandler {
  FailedJobIncidents() {
    super(Incident.FAILED_JOB_HANDLER_TYPE);
  }

  @Override
  protected void removeIncident(IncidentContext context, boolean isResolved) {
    if (!neverFailed(context)) {
      super.removeIncident(context, isResolved);
    }
  }

  private static boolean neverFailed(IncidentContext context) {
    JobEntity running = Context.getCommandContext().getCurrentJob();
    return running != null
        && running.getId().equals(context.getConfiguration())
        && running.getRetries() > 0
        && running.getExceptionMessage() == null
        && running.getLastFailureLogId() == null;
  }
}
