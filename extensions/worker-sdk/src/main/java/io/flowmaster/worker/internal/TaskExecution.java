package io.flowmaster.worker.internal;

import io.flowmaster.worker.BusinessError;
import io.flowmaster.worker.WorkerContext;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.camunda.bpm.client.exception.ExternalTaskClientException;
import org.camunda.bpm.client.exception.NotFoundException;
import org.camunda.bpm.client.task.ExternalTask;
import org.camunda.bpm.client.task.ExternalTaskService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works one task and tells the platform how it went. */
final class TaskExecution {
  private static final Logger LOG = LoggerFactory.getLogger("io.flowmaster.worker");
  private static final int LONGEST_DETAILS = 20_000;
  private final Variables variables;
  private final WorkerProperties properties;

  TaskExecution(Variables variables, WorkerProperties properties) {
    this.variables = variables;
    this.properties = properties;
  }

  void run(WorkerMethod method, ExternalTask task, ExternalTaskService platform) {
    try {
      report(method, task, platform);
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

  private void report(WorkerMethod method, ExternalTask task, ExternalTaskService platform) {
    Map<String, Object> results;
    try {
      Object result =
          method.call(variables.toJson(task.getAllVariablesTyped(false)), context(task));
      results = variables.toVariables(result);
    } catch (BusinessError e) {
      LOG.info("{} on task {}: business error {}", method, task.getId(), e.code());
      platform.handleBpmnError(
          task, e.code(), e.getMessage(), variables.toVariables(e.variables()));
      return;
    } catch (Exception | LinkageError e) {
      fail(method, task, platform, e);
      return;
    }
    platform.complete(task, results);
  }

  private void fail(
      WorkerMethod method, ExternalTask task, ExternalTaskService platform, Throwable e) {
    int left = e instanceof WorkerMethod.UnfitInput ? 0 : retriesLeft(task);
    long pause = properties.pause(properties.retries() - left + 1).toMillis();
    LOG.warn("{} failed on task {}, {} retries left", method, task.getId(), left, e);
    platform.handleFailure(task, message(e), details(e), left, left == 0 ? 0 : pause);
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
