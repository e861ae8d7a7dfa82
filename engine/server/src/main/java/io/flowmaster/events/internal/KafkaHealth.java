package io.flowmaster.events.internal;

import io.flowmaster.events.internal.JdbcRelayPosition.Standing;
import java.util.OptionalDouble;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Whether Kafka takes and gives; the relay may be on another node, its place is read. */
@Component("kafka")
@ConditionalOnProperty(KafkaSettings.CONFIGURED)
class KafkaHealth extends AbstractHealthIndicator {
  private final JdbcRelayPosition positions;
  private final JdbcEventLog log;
  private final KafkaIntake intake;

  KafkaHealth(JdbcRelayPosition positions, JdbcEventLog log, KafkaIntake intake) {
    super("Kafka's place in the event log could not be read");
    this.positions = positions;
    this.log = log;
    this.intake = intake;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    Standing standing = positions.read();
    OptionalDouble connections = intake.connections();
    boolean isAway = connections.isPresent() && connections.getAsDouble() == 0;
    health
        .status(standing.failures() > 0 || isAway ? Status.DOWN : Status.UP)
        .withDetail("behind", Math.max(0, log.head() - standing.position()))
        .withDetail("missed", standing.missed());
    if (standing.error() != null && standing.since() != null) {
      health.withDetail("since", standing.since()).withDetail("cause", standing.error());
    }
    connections.ifPresent(count -> health.withDetail("connections", count));
  }
}
