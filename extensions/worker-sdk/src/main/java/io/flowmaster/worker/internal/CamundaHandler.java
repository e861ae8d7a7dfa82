package io.flowmaster.worker.internal;

import io.flowmaster.worker.transport.LockedTask;
import io.flowmaster.worker.transport.TopicRequest;
import io.flowmaster.worker.transport.TransportException;
import io.flowmaster.worker.transport.WireValue;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiConsumer;
import org.camunda.bpm.client.exception.RestException;
import org.camunda.bpm.client.impl.EngineClient;
import org.camunda.bpm.client.impl.EngineClientException;
import org.camunda.bpm.client.task.ExternalTask;
import org.camunda.bpm.client.task.ExternalTaskHandler;
import org.camunda.bpm.client.task.impl.ExternalTaskServiceImpl;
import org.jspecify.annotations.Nullable;

/** One of Camunda's handlers, which answers its tasks itself. */
final class CamundaHandler implements TopicHandler {
  private final String bean;
  private final ExternalTaskHandler handler;
  private final TopicRequest subscription;
  private final CamundaValues values;

  CamundaHandler(
      String bean, ExternalTaskHandler handler, TopicRequest subscription, CamundaValues values) {
    this.bean = bean;
    this.handler = handler;
    this.subscription = subscription;
    this.values = values;
  }

  @Override
  public TopicRequest subscription() {
    return subscription;
  }

  @Override
  public @Nullable Map<String, WireValue> work(LockedTask task, TaskAccess access) {
    ExternalTask given = values.task(task, access.platform());
    handler.execute(given, new ExternalTaskServiceImpl(new Calls(task, access)));
    return null;
  }

  @Override
  public String toString() {
    return bean;
  }

  /** What the handler asks of the engine goes through our transport. */
  private final class Calls extends EngineClient {
    private final LockedTask task;
    private final TaskAccess access;

    Calls(LockedTask task, TaskAccess access) {
      super(task.workerId(), 1, null, "", null);
      this.task = task;
      this.access = access;
    }

    @Override
    public void lock(String id, long duration) {
      call(id, (one, none) -> access.platform().lock(one, Duration.ofMillis(duration)));
    }

    @Override
    public void unlock(String id) {
      answer(id, TaskOutcome.GIVEN_BACK, one -> access.platform().unlock(one));
    }

    @Override
    public void complete(
        String id, @Nullable Map<String, Object> all, @Nullable Map<String, Object> local) {
      answer(
          id,
          TaskOutcome.COMPLETED,
          one -> access.platform().complete(one, values.toWire(all), values.toWire(local)));
    }

    @Override
    public void setVariables(String execution, @Nullable Map<String, Object> all) {
      call(task.id(), (one, none) -> access.platform().setVariables(execution, values.toWire(all)));
    }

    @Override
    public void failure(
        String id,
        @Nullable String message,
        @Nullable String details,
        int retries,
        long pause,
        @Nullable Map<String, Object> all,
        @Nullable Map<String, Object> local) {
      answer(
          id,
          TaskOutcome.FAILED,
          one ->
              access
                  .platform()
                  .failure(
                      one,
                      message == null ? "" : message,
                      details,
                      retries,
                      Duration.ofMillis(pause),
                      values.toWire(all),
                      values.toWire(local)));
    }

    @Override
    public void bpmnError(
        String id, String code, @Nullable String message, @Nullable Map<String, Object> all) {
      answer(
          id,
          TaskOutcome.BUSINESS_ERROR,
          one -> access.platform().bpmnError(one, code, message, values.toWire(all)));
    }

    @Override
    public void extendLock(String id, long duration) {
      call(id, (one, none) -> access.platform().extendLock(one, Duration.ofMillis(duration)));
    }

    /** An answer to our task ends the renewal of its lock; other tasks are the handler's affair. */
    private void answer(
        String id, TaskOutcome outcome, java.util.function.Consumer<LockedTask> call) {
      call(
          id,
          (one, own) -> {
            if (own) {
              access.answered(outcome, () -> call.accept(one));
            } else {
              call.accept(one);
            }
          });
    }

    private void call(String id, BiConsumer<LockedTask, Boolean> call) {
      boolean own = id.equals(task.id());
      try {
        call.accept(own ? task : task.withId(id), own);
      } catch (TransportException e) {
        throw new Refused(e);
      }
    }
  }

  /** As Camunda's client reports it to its handlers. */
  private static final class Refused extends EngineClientException {
    private static final long serialVersionUID = 1L;

    Refused(TransportException e) {
      super(e.getMessage(), cause(e));
    }

    private static Throwable cause(TransportException e) {
      Integer status =
          switch (e.kind()) {
            case GONE -> 404;
            case LOST, REFUSED -> 400;
            case CONFLICT, FAILED -> 500;
            case UNREACHABLE, LATER -> null;
          };
      if (status == null) {
        return new IOException(e.getMessage(), e);
      }
      RestException refusal = new RestException(e.getMessage(), e.kind().name(), null);
      refusal.setHttpStatusCode(status);
      return refusal;
    }
  }
}
