package io.flowmaster.worker.internal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;

/**
 * Down when the platform has given no answer for a while, or nothing fetches; a topic that pauses
 * is told, but the application is as well as it can be.
 */
final class WorkerHealth extends AbstractHealthIndicator {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private final WorkerLoop loop;

  WorkerHealth(WorkerLoop loop) {
    super("The workers' state is not known");
    this.loop = loop;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    WorkerState state = loop.state();
    Map<String, Object> topics = new LinkedHashMap<>();
    for (Topic topic : state.topics()) {
      topics.put(
          topic.name(),
          Map.of("running", topic.running(), "slots", topic.slots(), "paused", topic.isPaused()));
    }
    health.withDetail("topics", topics);
    if (state.trouble() != null) {
      health.withDetail("trouble", state.trouble());
    }
    boolean lost = state.trouble() != null && state.sinceLastAnswer().compareTo(PATIENCE) > 0;
    health.status(!state.running() || lost ? Status.DOWN : Status.UP);
  }
}
