package io.flowmaster.worker.internal;

import io.flowmaster.worker.BusinessError;
import io.flowmaster.worker.RetryLater;
import io.flowmaster.worker.transport.LockedTask;
import io.flowmaster.worker.transport.WireValue;
import io.flowmaster.worker.transport.WorkerTransport;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * One task, from its lock to its answer, as an observation {@code flowmaster.worker.task}: a timer
 * by topic and outcome, and a span in the trace under which the task's execution was started.
 *
 * <p>The thread that works is interrupted when the work has to end, but only while it is in the
 * method: an answer that is on its way is not.
 */
final class TaskRun implements TaskAccess, KeptLock.Owner {
  private static final Logger LOG = LoggerFactory.getLogger("io.flowmaster.worker");

  /** What all tasks share. */
  record Surroundings(
      WorkerTransport platform,
      WorkerProperties properties,
      Variables variables,
      Inbox inbox,
      ObservationRegistry observations,
      WorkerThreads threads) {}

  private final Topic topic;
  private final LockedTask task;
  private final Surroundings all;
  private final KeptLock lock;
  private final Answers answers;
  private KeptLock.@Nullable End end;
  private @Nullable Thread working;
  private @Nullable TaskOutcome own;

  TaskRun(Topic topic, LockedTask task, Surroundings all) {
    this.topic = topic;
    this.task = task;
    this.all = all;
    this.lock =
        new KeptLock(
            task, all.platform(), topic.lockDuration(), topic.maxWorkTime(), this, all.threads());
    this.answers = new Answers(task, lock, all.properties().answerTimeout(), () -> end() != null);
  }

  /** Works the task and tells the platform; never throws. */
  TaskOutcome run() {
    Observation observation = observation();
    MDC.put("execution", task.processInstanceId());
    MDC.put("tenant", task.tenantId());
    MDC.put("topic", task.topicName());
    observation.start();
    TaskOutcome outcome = TaskOutcome.LOST;
    try {
      outcome = Objects.requireNonNull(observation.scoped(() -> work(observation)));
    } catch (RuntimeException | Error e) {
      observation.error(e);
      LOG.error("The worker of topic {} is at fault", task.topicName(), e);
    } finally {
      lock.letGo();
      observation.lowCardinalityKeyValue("outcome", outcome.tag());
      observation.stop();
      MDC.remove("execution");
      MDC.remove("tenant");
      MDC.remove("topic");
    }
    return outcome;
  }

  @Override
  public synchronized void end(KeptLock.End reason) {
    if (end == null) {
      end = reason;
    }
    if (working != null) {
      working.interrupt();
    }
  }

  @Override
  public int retriesLeft() {
    Integer known = task.retries();
    return known == null ? topic.retries() : Math.max(known - 1, 0);
  }

  @Override
  public WorkerTransport platform() {
    return all.platform();
  }

  @Override
  public void answered(TaskOutcome outcome, Runnable call) {
    lock.letGo();
    call.run();
    own = outcome;
  }

  private Observation observation() {
    ReceiverContext<LockedTask> context =
        new ReceiverContext<>((t, name) -> t.extensionProperties().get(name), Kind.CONSUMER);
    context.setCarrier(task);
    return Observation.createNotStarted("flowmaster.worker.task", () -> context, all.observations())
        .contextualName("work " + task.topicName())
        .lowCardinalityKeyValue("topic", task.topicName())
        .highCardinalityKeyValue("flowmaster.execution", task.processInstanceId())
        .highCardinalityKeyValue("flowmaster.task", task.id());
  }

  /** Calls the method, and sends what came out. */
  private TaskOutcome work(Observation observation) {
    Map<String, WireValue> results;
    try {
      results = call();
    } catch (BusinessError e) {
      return isOver() ? over(e) : businessError(e);
    } catch (Exception | LinkageError e) {
      observation.error(e);
      return isOver() ? over(e) : failed(e);
    }
    if (end() == KeptLock.End.LOST) {
      return over(null);
    }
    if (results == null) {
      return own == null ? TaskOutcome.COMPLETED : own;
    }
    return completed(results);
  }

  private @Nullable Map<String, WireValue> call() throws Exception {
    enter();
    try {
      return all.inbox().once(task, () -> topic.handler().work(task, this));
    } finally {
      leave();
    }
  }

  private TaskOutcome completed(Map<String, WireValue> results) {
    TaskOutcome sent =
        answers.send(
            TaskOutcome.COMPLETED,
            () -> all.platform().complete(task, results, Map.of()),
            this::unacceptable);
    if (sent == TaskOutcome.COMPLETED || sent == TaskOutcome.LOST) {
      all.inbox().forget(task);
    }
    return sent;
  }

  private TaskOutcome businessError(BusinessError e) {
    LOG.info("{} on task {}: business error {}", topic.handler(), task.id(), e.code());
    Map<String, WireValue> results;
    try {
      results = all.variables().toVariables(e.variables());
    } catch (IllegalArgumentException unfit) {
      return failed(unfit);
    }
    return answers.send(
        TaskOutcome.BUSINESS_ERROR,
        () -> all.platform().bpmnError(task, e.code(), e.getMessage(), results),
        this::unacceptable);
  }

  private TaskOutcome failed(Throwable e) {
    if (e instanceof RetryLater later && !later.isCounted()) {
      int left = task.retries() == null ? topic.retries() : task.retries();
      return failure(later, left, later.pause(), TaskOutcome.DEFERRED);
    }
    boolean fatal = Failures.isFatal(e) || topic.handler().isFatal(e);
    int left = fatal ? 0 : retriesLeft();
    LOG.warn("{} failed on task {}, {} retries left", topic.handler(), task.id(), left, e);
    return failure(
        e, left, e instanceof RetryLater later ? later.pause() : null, TaskOutcome.FAILED);
  }

  /** The platform did not take the answer and never will: a person has to look at it. */
  private TaskOutcome unacceptable(Throwable refusal, boolean lasting) {
    return failure(refusal, lasting ? 0 : retriesLeft(), null, TaskOutcome.FAILED);
  }

  private TaskOutcome failure(
      Throwable e, int left, @Nullable Duration asked, TaskOutcome outcome) {
    WorkerProperties properties = all.properties();
    Duration usual = properties.varied(properties.pause(topic.retries() - left + 1));
    Duration pause = left == 0 ? Duration.ZERO : asked == null ? usual : asked;
    return answers.send(
        outcome,
        () ->
            all.platform()
                .failure(
                    task,
                    Failures.message(e),
                    Failures.details(e),
                    left,
                    pause,
                    Map.of(),
                    Map.of()),
        (refusal, lasting) -> TaskOutcome.LOST);
  }

  /** The work was ended from outside, and the method has come back. */
  private TaskOutcome over(@Nullable Throwable thrown) {
    KeptLock.End reason = end();
    if (reason == KeptLock.End.TOO_LONG) {
      return failed(
          new IllegalStateException("The work took longer than " + topic.maxWorkTime(), thrown));
    }
    if (reason == KeptLock.End.STOPPED) {
      return answers.send(
          TaskOutcome.GIVEN_BACK,
          () -> all.platform().unlock(task),
          (refusal, lasting) -> TaskOutcome.GIVEN_BACK);
    }
    LOG.info("What came out of task {} of {} is not sent", task.id(), task.topicName());
    return TaskOutcome.LOST;
  }

  private boolean isOver() {
    return end() != null;
  }

  private synchronized KeptLock.@Nullable End end() {
    return end;
  }

  private synchronized void enter() {
    working = Thread.currentThread();
    if (end != null) {
      working.interrupt();
    }
  }

  /** An interrupt meant for the method is not for what comes after it. */
  private synchronized void leave() {
    lock.worked();
    working = null;
    Thread.interrupted();
  }
}
