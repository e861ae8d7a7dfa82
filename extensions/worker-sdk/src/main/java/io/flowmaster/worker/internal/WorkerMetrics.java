package io.flowmaster.worker.internal;

import io.flowmaster.worker.transport.LockedTask;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * For each topic: how many tasks came and how long they had waited, how many are being worked, how
 * full it is, and whether it pauses. How long work took and how it ended is the observation {@code
 * flowmaster.worker.task}.
 */
final class WorkerMetrics implements AutoCloseable {
  private static final String TOPIC = "topic";
  private final MeterRegistry registry;
  private final Map<Topic, OfTopic> byTopic = new HashMap<>();
  private final List<Meter> all = new ArrayList<>();

  private record OfTopic(Counter fetched, Timer age) {}

  WorkerMetrics(MeterRegistry registry, Collection<Topic> topics) {
    this.registry = registry;
    topics.forEach(topic -> byTopic.put(topic, add(topic)));
  }

  void fetched(Topic topic, LockedTask task) {
    OfTopic meters = byTopic.get(topic);
    meters.fetched().increment();
    Instant created = task.created();
    if (created != null) {
      Duration age = Duration.between(created, Instant.now());
      meters.age().record(age.isNegative() ? Duration.ZERO : age);
    }
  }

  private OfTopic add(Topic topic) {
    Counter fetched =
        Counter.builder("flowmaster.worker.fetched")
            .description("Tasks that were locked for this worker")
            .tag(TOPIC, topic.name())
            .register(registry);
    Timer age =
        Timer.builder("flowmaster.worker.age")
            .description("How long tasks had waited when they were fetched, retries included")
            .tag(TOPIC, topic.name())
            .register(registry);
    all.add(fetched);
    all.add(age);
    all.add(
        Gauge.builder("flowmaster.worker.running", topic, Topic::running)
            .description("Tasks that are being worked")
            .tag(TOPIC, topic.name())
            .register(registry));
    all.add(
        Gauge.builder("flowmaster.worker.saturation", topic, t -> (double) t.running() / t.slots())
            .description("Part of the topic's slots that is taken, from 0 to 1")
            .tag(TOPIC, topic.name())
            .register(registry));
    all.add(
        Gauge.builder("flowmaster.worker.paused", topic, t -> t.isPaused() ? 1 : 0)
            .description("1 while nothing is fetched because the method keeps failing")
            .tag(TOPIC, topic.name())
            .register(registry));
    return new OfTopic(fetched, age);
  }

  @Override
  public void close() {
    all.forEach(registry::remove);
  }
}
