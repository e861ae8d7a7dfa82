package io.flowmaster.agents.internal;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.flowmaster.platform.Ids;
import io.flowmaster.worker.transport.LockedTask;
import io.flowmaster.worker.transport.TransportException;
import io.flowmaster.worker.transport.WorkerTransport;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Lets work go on after a decision. A service task is given back to the workers, one of whom takes
 * it at once; it would come by itself when its pause is over, so nothing is lost when that fails.
 * Work that nobody waits for goes on in the background.
 */
@Component
class WokenRuns {
  private static final Logger LOG = LoggerFactory.getLogger(WokenRuns.class);
  private final ObjectProvider<Scheduler> scheduler;
  private final ObjectProvider<WorkerTransport> workers;
  private final Clock clock;

  WokenRuns(
      ObjectProvider<Scheduler> scheduler, ObjectProvider<WorkerTransport> workers, Clock clock) {
    this.scheduler = scheduler;
    this.workers = workers;
    this.clock = clock;
  }

  /** In the transaction of the decision. */
  void goOn(Run run) {
    if (run.source().externalTask() == null) {
      scheduler
          .getObject()
          .schedule(
              new TaskInstance<>(
                  RunTasks.TASK,
                  run.id() + "/" + Ids.next(),
                  new BackgroundWork(run.tenant().value(), run.agent(), run.id())),
              clock.instant());
    }
  }

  /** After it. */
  void wake(Run run) {
    String task = run.source().externalTask();
    if (task == null) {
      scheduler.getObject().triggerCheckForDueExecutions();
      return;
    }
    try {
      workers.ifAvailable(transport -> transport.unlock(parked(run, task)));
    } catch (TransportException e) {
      LOG.debug("the task {} is not woken and comes by itself", task, e);
    }
  }

  private static LockedTask parked(Run run, String task) {
    return new LockedTask(
        task,
        AgentWorker.TOPIC,
        AgentWorker.TOPIC,
        "",
        String.valueOf(run.source().processInstance()),
        "",
        String.valueOf(run.source().processKey()),
        null,
        String.valueOf(run.source().activity()),
        null,
        null,
        run.tenant().value(),
        null,
        0,
        null,
        null,
        null,
        null,
        Map.of(),
        Map.of());
  }
}
