package io.flowmaster.executions.internal;

import io.flowmaster.executions.ExecutionStatus;
import io.flowmaster.executions.StartedExecution;
import io.flowmaster.processes.PublishedProcess;
import org.camunda.bpm.engine.runtime.ProcessInstanceWithVariables;

/**
 * An execution that this transaction has started.
 *
 * @param variables as they are now, or were when it ended
 */
record Started(ProcessInstanceWithVariables instance, PublishedProcess process) {

  String id() {
    return instance.getId();
  }

  StartedExecution summary() {
    return new StartedExecution(
        id(),
        process.key(),
        process.version(),
        instance.getBusinessKey(),
        instance.isEnded() ? ExecutionStatus.COMPLETED : ExecutionStatus.RUNNING);
  }
}
