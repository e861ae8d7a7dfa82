package io.flowmaster.worker.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flowmaster.worker.Worker;
import io.flowmaster.worker.WorkerContext;
import io.flowmaster.worker.transport.FetchRequest;
import io.flowmaster.worker.transport.LockedTask;
import io.flowmaster.worker.transport.TopicRequest;
import io.flowmaster.worker.transport.WireValue;
import io.flowmaster.worker.transport.WorkerTransport;
import io.micrometer.observation.ObservationRegistry;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/**
 * Works tasks one after the other on the caller's thread, with everything else as in the loop: for
 * tests, which have to know when nothing is left to do.
 */
public final class StepByStep implements AutoCloseable {
  private static final int AT_ONCE = 100;
  private static final String ID = "test";
  private final WorkerTransport platform;
  private final ObjectMapper json;
  private final WorkerProperties properties;
  private final Variables variables;
  private final WorkerThreads threads = new WorkerThreads(false);
  private final Map<String, Topic> topics = new HashMap<>();

  /**
   * Works on this platform.
   *
   * @param settings of {@code flowmaster.worker}, by their names there
   */
  public StepByStep(WorkerTransport platform, ObjectMapper json, Map<String, String> settings) {
    this.platform = platform;
    this.json = json;
    this.variables = new Variables(json);
    this.properties =
        new Binder(new MapConfigurationPropertySource(settings))
            .bindOrCreate("", WorkerProperties.class);
  }

  /** Works the topics of an object's {@code @Worker} methods, instead of who did before. */
  public void work(Object bean) {
    for (Map.Entry<Method, Worker> one : WorkerMethods.annotated(bean.getClass()).entrySet()) {
      Worker worker = one.getValue();
      put(new WorkerMethod(worker, worker.value(), bean, one.getKey(), json, InputCheck.NONE));
    }
  }

  /** Works a topic by a function of all variables, instead of who did before. */
  public void work(String topic, BiFunction<Map<String, Object>, WorkerContext, Object> handler) {
    put(new Mock(topic, handler));
  }

  /** The topics that are worked. */
  public List<String> topics() {
    return List.copyOf(topics.keySet());
  }

  /** Works what waits now; how many tasks that were. */
  public int step() {
    if (topics.isEmpty()) {
      return 0;
    }
    List<LockedTask> tasks =
        platform.fetch(
            new FetchRequest(
                ID,
                AT_ONCE,
                true,
                null,
                null,
                topics.values().stream().map(Topic::request).toList()));
    for (LockedTask task : tasks) {
      new TaskRun(
              topics.get(task.topicName()),
              task,
              new TaskRun.Surroundings(
                  platform, properties, variables, Inbox.NONE, ObservationRegistry.NOOP, threads))
          .run();
    }
    return tasks.size();
  }

  @Override
  public void close() {
    threads.close();
  }

  private void put(TopicHandler handler) {
    topics.put(handler.subscription().topicName(), new Topic(handler, properties));
  }

  /** Stands for a worker that another program has. */
  private final class Mock implements TopicHandler {
    private final String topic;
    private final BiFunction<Map<String, Object>, WorkerContext, Object> handler;

    Mock(String topic, BiFunction<Map<String, Object>, WorkerContext, Object> handler) {
      this.topic = topic;
      this.handler = handler;
    }

    @Override
    public TopicRequest subscription() {
      return TopicRequest.of(topic, 0, null);
    }

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable Map<String, WireValue> work(LockedTask task, TaskAccess access) {
      Map<String, Object> all =
          json.convertValue(
              variables.toJson(task, name -> platform.content(task, name)), Map.class);
      return variables.toVariables(
          handler.apply(all, WorkerMethod.context(task, access.retriesLeft())));
    }

    @Override
    public String toString() {
      return "mock of " + topic;
    }
  }
}
