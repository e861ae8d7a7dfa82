package io.flowmaster.worker.embedded;

import io.flowmaster.worker.transport.FetchRequest;
import io.flowmaster.worker.transport.LockedTask;
import io.flowmaster.worker.transport.TopicRequest;
import io.flowmaster.worker.transport.TransportException;
import io.flowmaster.worker.transport.TransportException.Kind;
import io.flowmaster.worker.transport.WireValue;
import io.flowmaster.worker.transport.WorkerTransport;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.externaltask.ExternalTaskQueryTopicBuilder;
import org.camunda.bpm.engine.externaltask.FetchAndLockBuilder;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/**
 * Works on an engine in this JVM. While there is nothing to do it looks once a second, and at once
 * when it is told that something came ({@link #wake}).
 */
public class EngineTransport implements WorkerTransport {
  private static final long LOOK_EVERY = TimeUnit.SECONDS.toNanos(1);
  private final ExternalTaskService tasks;
  private final RuntimeService executions;
  private final EngineValues values = new EngineValues();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition woken = lock.newCondition();
  private long wakes;

  /** Works on this engine. */
  public EngineTransport(ExternalTaskService tasks, RuntimeService executions) {
    this.tasks = tasks;
    this.executions = executions;
  }

  /** There may be tasks now: those that wait look at once. */
  public final void wake() {
    lock.lock();
    try {
      wakes++;
      woken.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Makes a call for a tenant's task. To be overridden where the engine has to know who acts.
   *
   * @param tenant of the task; null when it has none, or for a fetch
   */
  protected <T> T as(@Nullable String tenant, String workerId, Supplier<T> call) {
    return call.get();
  }

  @Override
  public List<LockedTask> fetch(FetchRequest request) {
    Long wait = request.asyncResponseTimeout();
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(wait == null ? 0 : wait);
    while (true) {
      long seen = wakes();
      List<LockedTask> found =
          translated(() -> as(null, request.workerId(), () -> fetchNow(request)));
      long left = end - System.nanoTime();
      if (!found.isEmpty() || left <= 0 || !await(seen, Math.min(left, LOOK_EVERY))) {
        return found;
      }
    }
  }

  @Override
  public void complete(
      LockedTask task, Map<String, WireValue> variables, Map<String, WireValue> local) {
    call(
        task,
        () ->
            tasks.complete(
                task.id(), task.workerId(), values.toEngine(variables), values.toEngine(local)));
  }

  @Override
  public void bpmnError(
      LockedTask task, String code, @Nullable String message, Map<String, WireValue> variables) {
    call(
        task,
        () ->
            tasks.handleBpmnError(
                task.id(), task.workerId(), code, message, values.toEngine(variables)));
  }

  @Override
  public void failure(
      LockedTask task,
      String message,
      @Nullable String details,
      int retries,
      Duration pause,
      Map<String, WireValue> variables,
      Map<String, WireValue> local) {
    call(
        task,
        () ->
            tasks.handleFailure(
                task.id(),
                task.workerId(),
                message,
                details,
                retries,
                pause.toMillis(),
                values.toEngine(variables),
                values.toEngine(local)));
  }

  @Override
  public void extendLock(LockedTask task, Duration duration) {
    call(task, () -> tasks.extendLock(task.id(), task.workerId(), duration.toMillis()));
  }

  @Override
  public void lock(LockedTask task, Duration duration) {
    call(task, () -> tasks.lock(task.id(), task.workerId(), duration.toMillis()));
  }

  @Override
  public void unlock(LockedTask task) {
    call(task, () -> tasks.unlock(task.id()));
  }

  @Override
  public void setVariables(String execution, Map<String, WireValue> variables) {
    translated(
        () -> {
          executions.setVariables(execution, values.toEngine(variables));
          return true;
        });
  }

  @Override
  public byte[] content(LockedTask task, String variable) {
    TypedValue value =
        translated(
            () ->
                as(
                    task.tenantId(),
                    task.workerId(),
                    () -> executions.getVariableTyped(task.executionId(), variable)));
    if (!(value instanceof FileValue file) || file.getValue() == null) {
      throw new TransportException(Kind.GONE, "There is no file " + variable, null);
    }
    try (var content = file.getValue()) {
      return content.readAllBytes();
    } catch (IOException e) {
      throw new TransportException(Kind.FAILED, "The file " + variable + " is not readable", e);
    }
  }

  private List<LockedTask> fetchNow(FetchRequest request) {
    FetchAndLockBuilder fetch =
        tasks
            .fetchAndLock()
            .workerId(request.workerId())
            .maxTasks(request.maxTasks())
            .usePriority(request.usePriority());
    if (request.sorting() != null) {
      fetch = fetch.orderByCreateTime().asc();
    }
    var query = fetch.subscribe();
    for (TopicRequest wanted : request.topics()) {
      query = limited(query.topic(wanted.topicName(), wanted.lockDuration()), wanted);
    }
    return query.execute().stream().map(values::toTask).toList();
  }

  private static ExternalTaskQueryTopicBuilder limited(
      ExternalTaskQueryTopicBuilder topic, TopicRequest wanted) {
    if (wanted.variables() != null) {
      topic.variables(wanted.variables());
    }
    if (wanted.localVariables()) {
      topic.localVariables();
    }
    if (wanted.includeExtensionProperties()) {
      topic.includeExtensionProperties();
    }
    if (wanted.businessKey() != null) {
      topic.businessKey(wanted.businessKey());
    }
    if (wanted.processDefinitionIdIn() != null) {
      topic.processDefinitionIdIn(wanted.processDefinitionIdIn().toArray(String[]::new));
    }
    if (wanted.processDefinitionKeyIn() != null) {
      topic.processDefinitionKeyIn(wanted.processDefinitionKeyIn().toArray(String[]::new));
    }
    if (wanted.processDefinitionVersionTag() != null) {
      topic.processDefinitionVersionTag(wanted.processDefinitionVersionTag());
    }
    if (wanted.processVariables() != null) {
      topic.processInstanceVariableEquals(wanted.processVariables());
    }
    if (Boolean.TRUE.equals(wanted.withoutTenantId())) {
      topic.withoutTenantId();
    }
    if (wanted.tenantIdIn() != null) {
      topic.tenantIdIn(wanted.tenantIdIn().toArray(String[]::new));
    }
    return topic;
  }

  private long wakes() {
    lock.lock();
    try {
      return wakes;
    } finally {
      lock.unlock();
    }
  }

  /** False when the thread is to end. */
  private boolean await(long seen, long nanos) {
    lock.lock();
    try {
      long left = nanos;
      while (wakes == seen && left > 0) {
        left = woken.awaitNanos(left);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  private void call(LockedTask task, Runnable call) {
    translated(
        () ->
            as(
                task.tenantId(),
                task.workerId(),
                () -> {
                  call.run();
                  return true;
                }));
  }

  private static <T> T translated(Supplier<T> call) {
    try {
      return call.get();
    } catch (TransportException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new TransportException(kind(e), String.valueOf(e.getMessage()), e);
    }
  }

  private static Kind kind(RuntimeException e) {
    if (e instanceof NotFoundException) {
      return Kind.GONE;
    }
    if (e instanceof OptimisticLockingException) {
      return Kind.CONFLICT;
    }
    if (e instanceof SuspendedEntityInteractionException) {
      return Kind.LATER;
    }
    if (e instanceof BadUserRequestException) {
      String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
      return message.contains("by worker") ? Kind.LOST : Kind.REFUSED;
    }
    return e instanceof ProcessEngineException ? Kind.FAILED : Kind.LATER;
  }
}
