package io.flowmaster.worker.internal;

import io.flowmaster.worker.transport.LockedTask;
import io.flowmaster.worker.transport.WorkerTransport;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Fetches tasks and works them, from the moment that the application is up (its web server
 * included) until it stops: then it fetches no more, lets running work end, and gives back what it
 * has not begun.
 */
final class WorkerLoop implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger("io.flowmaster.worker");
  private static final long LOOK_UP = 20;
  private static final Duration AFTER_INTERRUPT = Duration.ofSeconds(5);
  private final List<TopicHandlers> sources;
  private final Supplier<WorkerTransport> transport;
  private final WorkerIdentity identity;
  private final WorkerProperties properties;
  private final Variables variables;
  private final Inbox inbox;
  private final ObservationRegistry observations;
  private final MeterRegistry meters;
  private volatile @Nullable Running running;

  WorkerLoop(
      List<TopicHandlers> sources,
      Supplier<WorkerTransport> transport,
      WorkerIdentity identity,
      WorkerProperties properties,
      Variables variables,
      Inbox inbox,
      ObservationRegistry observations,
      MeterRegistry meters) {
    this.sources = sources;
    this.transport = transport;
    this.identity = identity;
    this.properties = properties;
    this.variables = variables;
    this.inbox = inbox;
    this.observations = observations;
    this.meters = meters;
  }

  @Override
  public synchronized void start() {
    if (running == null) {
      running = new Running(topics());
    }
  }

  @Override
  public synchronized void stop() {
    Running current = running;
    if (current != null) {
      current.stop();
      running = null;
    }
  }

  @Override
  public boolean isRunning() {
    return running != null;
  }

  /** How the topics fare; empty when it does not run. */
  WorkerState state() {
    Running current = running;
    return current == null ? WorkerState.STOPPED : current.state();
  }

  /** One handler for each topic. */
  private Collection<Topic> topics() {
    Map<String, Topic> byName = new TreeMap<>();
    for (TopicHandlers source : sources) {
      for (TopicHandler handler : source.all()) {
        Topic topic = new Topic(handler, properties);
        Topic other = byName.put(topic.name(), topic);
        if (other != null) {
          throw new IllegalStateException(
              "%s and %s both work the topic %s".formatted(other.handler(), handler, topic.name()));
        }
      }
    }
    byName.keySet().removeIf(name -> !properties.topic(name).enabled());
    return byName.values();
  }

  /** What runs between a start and the next stop. */
  private final class Running {
    private final WorkerThreads threads = new WorkerThreads(properties.virtualThreads());
    private final Set<TaskRun> runs = ConcurrentHashMap.newKeySet();
    private final Collection<Topic> topics;
    private final FetchLoop loop;
    private final TaskRun.Surroundings surroundings;
    private final WorkerMetrics metrics;

    Running(Collection<Topic> topics) {
      this.topics = topics;
      WorkerTransport platform = transport.get();
      surroundings =
          new TaskRun.Surroundings(platform, properties, variables, inbox, observations, threads);
      metrics = new WorkerMetrics(meters, topics);
      loop = new FetchLoop(topics, platform, properties, identity.id(), threads, this::begin);
      if (topics.isEmpty()) {
        LOG.info("No method carries @Worker: nothing to work");
        return;
      }
      LOG.info("Working {} as {}", topics.stream().map(Topic::name).toList(), identity.id());
      loop.go();
      new Announcer(platform, properties, identity, topics, threads).start();
    }

    WorkerState state() {
      return new WorkerState(true, loop.trouble(), loop.sinceLastAnswer(), List.copyOf(topics));
    }

    private void begin(Topic topic, LockedTask task, Runnable ended) {
      metrics.fetched(topic, task);
      TaskRun run = new TaskRun(topic, task, surroundings);
      runs.add(run);
      threads.execute(
          () -> {
            long begun = System.nanoTime();
            TaskOutcome outcome = TaskOutcome.LOST;
            try {
              outcome = run.run();
            } finally {
              runs.remove(run);
              topic.end(outcome, System.nanoTime() - begun);
              ended.run();
            }
          });
    }

    void stop() {
      loop.stop();
      try {
        if (!isIdleWithin(properties.shutdownTimeout())) {
          LOG.warn(
              "Work that did not end in {} is left to another worker",
              properties.shutdownTimeout());
          runs.forEach(run -> run.end(KeptLock.End.STOPPED));
          isIdleWithin(AFTER_INTERRUPT);
        }
      } catch (InterruptedException e) {
        runs.forEach(run -> run.end(KeptLock.End.STOPPED));
        Thread.currentThread().interrupt();
      }
      metrics.close();
      threads.close();
    }

    private boolean isIdleWithin(Duration longest) throws InterruptedException {
      long end = System.nanoTime() + longest.toNanos();
      while (!loop.isIdle()) {
        if (System.nanoTime() - end > 0) {
          return false;
        }
        TimeUnit.MILLISECONDS.sleep(LOOK_UP);
      }
      return true;
    }
  }
}
