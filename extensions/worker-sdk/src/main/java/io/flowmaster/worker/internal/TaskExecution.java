package io.flowmaster.worker.internal;

import io.flowmaster.worker.BusinessError;
import io.flowmaster.worker.WorkerContext;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.client.exception.ConnectionLostException;
import org.camunda.bpm.client.exception.ExternalTaskClientException;
import org.camunda.bpm.client.exception.NotFoundException;
import org.camunda.bpm.client.exception.RestException;
import org.camunda.bpm.client.task.ExternalTask;
import org.camunda.bpm.client.task.ExternalTaskService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Works one task and tells the platform how it went, as an observation {@code
 * flowmaster.worker.task}: a timer by topic and outcome, and a span in the trace under which the
 * task's execution was started.
 */
final class TaskExecution {
  private static final Logger LOG = LoggerFactory.getLogger("io.flowmaster.worker");
  private static final int LONGEST_DETAILS = 20_000;
  private static final int TRIES = 5;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final int UNAUTHORIZED = 401;
  private static final int CONFLICT = 409;
  private static final int SERVER_ERROR = 500;
  private final Variables variables;
  private final WorkerProperties properties;
  private final ObservationRegistry observations;

  TaskExecution(
      Variables variables, WorkerProperties properties, ObservationRegistry observations) {
    this.variables = variables;
    this.properties = properties;
    this.observations = observations;
  }

  void run(WorkerMethod method, ExternalTask task, ExternalTaskService platform, KeptLock lock) {
    Observation observation = observation(task);
    MDC.put("execution", task.getProcessInstanceId());
    MDC.put("tenant", task.getTenantId());
    try {
      observation.observe(() -> run(method, task, platform, lock, observation));
    } finally {
      MDC.remove("execution");
      MDC.remove("tenant");
    }
  }

  private Observation observation(ExternalTask task) {
    ReceiverContext<ExternalTask> context =
        new ReceiverContext<>(ExternalTask::getExtensionProperty, Kind.CONSUMER);
    context.setCarrier(task);
    return Observation.createNotStarted("flowmaster.worker.task", () -> context, observations)
        .contextualName("work " + task.getTopicName())
        .lowCardinalityKeyValue("topic", task.getTopicName())
        .lowCardinalityKeyValue("outcome", "completed")
        .highCardinalityKeyValue("flowmaster.execution", task.getProcessInstanceId())
        .highCardinalityKeyValue("flowmaster.task", task.getId());
  }

  private void run(
      WorkerMethod method,
      ExternalTask task,
      ExternalTaskService platform,
      KeptLock lock,
      Observation observation) {
    Runnable answer = work(method, task, platform, observation);
    lock.letGo();
    try {
      send(answer);
    } catch (NotFoundException e) {
      LOG.info("Task {} of {} is gone: {}", task.getId(), task.getTopicName(), e.getMessage());
    } catch (ExternalTaskClientException e) {
      LOG.warn(
          "The platform did not take the answer to task {} of {}; the task comes again when its lock"
              + " has expired",
          task.getId(),
          task.getTopicName(),
          e);
    }
  }

  /** Calls the method; what it gives back is the answer that remains to be sent. */
  private Runnable work(
      WorkerMethod method,
      ExternalTask task,
      ExternalTaskService platform,
      Observation observation) {
    try {
      Object result =
          method.call(variables.toJson(task.getAllVariablesTyped(false)), context(task));
      Map<String, Object> results = variables.toVariables(result);
      return () -> platform.complete(task, results);
    } catch (BusinessError e) {
      observation.lowCardinalityKeyValue("outcome", "business-error");
      LOG.info("{} on task {}: business error {}", method, task.getId(), e.code());
      Map<String, Object> results = variables.toVariables(e.variables());
      return () -> platform.handleBpmnError(task, e.code(), e.getMessage(), results);
    } catch (Exception | LinkageError e) {
      observation.lowCardinalityKeyValue("outcome", "failed").error(e);
      int left = e instanceof WorkerMethod.UnfitInput ? 0 : retriesLeft(task);
      long pause = left == 0 ? 0 : properties.pause(properties.retries() - left + 1).toMillis();
      LOG.warn("{} failed on task {}, {} retries left", method, task.getId(), left, e);
      return () -> platform.handleFailure(task, message(e), details(e), left, pause);
    }
  }

  /**
   * The work is done, so its answer is worth some tries: branches that meet in a join at the same
   * time make the engine refuse all but one with a conflict.
   */
  private static void send(Runnable answer) {
    for (int attempt = 1; ; attempt++) {
      try {
        answer.run();
        return;
      } catch (ExternalTaskClientException e) {
        if (attempt == TRIES || !mayPass(e)) {
          throw e;
        }
        LockSupport.parkNanos(FIRST_PAUSE.multipliedBy(1L << attempt).toNanos());
      }
    }
  }

  /** A token that ended (the next try asks for another), a conflict, trouble, or no connection. */
  private static boolean mayPass(ExternalTaskClientException e) {
    if (e.getCause() instanceof RestException refusal) {
      int status = refusal.getHttpStatusCode();
      return status == UNAUTHORIZED || status == CONFLICT || status >= SERVER_ERROR;
    }
    return e instanceof ConnectionLostException;
  }

  private WorkerContext context(ExternalTask task) {
    return new WorkerContext(
        task.getId(),
        task.getTopicName(),
        task.getProcessInstanceId(),
        task.getProcessDefinitionKey(),
        task.getActivityId(),
        task.getBusinessKey(),
        task.getTenantId(),
        retriesLeft(task));
  }

  /** How many retries are left should this call fail; the engine knows none before the first. */
  private int retriesLeft(ExternalTask task) {
    Integer known = task.getRetries();
    return known == null ? properties.retries() : Math.max(known - 1, 0);
  }

  private static String message(Throwable e) {
    String message = e.getMessage();
    return message == null || message.isBlank() ? e.getClass().getName() : message;
  }

  private static String details(Throwable e) {
    StringWriter text = new StringWriter();
    e.printStackTrace(new PrintWriter(text));
    String trace = text.toString();
    return trace.substring(0, Math.min(trace.length(), LONGEST_DETAILS));
  }
}
