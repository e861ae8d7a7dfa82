package io.flowmaster.events.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.events.TopicNotRead;
import io.flowmaster.events.internal.KafkaProperties.Intake;
import io.flowmaster.events.internal.KafkaProperties.Message;
import io.flowmaster.events.internal.KafkaRecords.Received;
import io.flowmaster.platform.Actor;
import io.flowmaster.platform.Roles;
import io.flowmaster.platform.TenantId;
import io.flowmaster.platform.UserId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes records in as events: told on the bus, and started or correlated in the same transaction.
 */
@Component
class RecordIntake {
  private final KafkaProperties properties;
  private final KafkaRecords records;
  private final JdbcForeignEvents foreign;
  private final ProcessMessageSink processes;
  private final ObjectMapper json;

  RecordIntake(
      KafkaProperties properties,
      KafkaRecords records,
      JdbcForeignEvents foreign,
      ProcessMessageSink processes,
      ObjectMapper json) {
    this.properties = properties;
    this.records = records;
    this.foreign = foreign;
    this.processes = processes;
    this.json = json;
  }

  /**
   * The topics that are read, by name.
   *
   * @throws IllegalStateException when they cannot be read so
   */
  Map<String, Intake> topics() {
    Map<String, Intake> topics = new LinkedHashMap<>();
    for (Intake intake : properties.intake()) {
      boolean isOurs =
          intake
              .topic()
              .equals(properties.topic().replace(KafkaProperties.TENANT, intake.tenant()));
      if (isOurs || topics.put(intake.topic(), intake) != null) {
        throw new IllegalStateException(
            "flowmaster.events.kafka.intake: the topic %s is read twice, or events are told there"
                .formatted(intake.topic()));
      }
      if (intake.message() != null) {
        processes.check(settings(intake.message()));
      }
    }
    return topics;
  }

  /** Nobody of the tenant did it; it may do what those may who publish events. */
  static Actor actor(String tenant, String topic) {
    return new Actor(
        new TenantId(tenant),
        new UserId("kafka"),
        "Kafka topic " + topic,
        Actor.Kind.SYSTEM,
        Set.of(Roles.DEVELOPER),
        Set.of());
  }

  /** For the current actor, once for an event however often it comes. */
  void take(Received received, String tenant) {
    Intake intake =
        properties.intake().stream()
            .filter(each -> each.topic().equals(received.topic()))
            .filter(each -> each.tenant().equals(tenant))
            .findFirst()
            .orElseThrow(() -> new TopicNotRead(received.topic()));
    @Nullable Message message = intake.message();
    foreign.accept(
        records.read(received, intake.type()),
        event -> {
          if (message != null) {
            processes.deliver(settings(message), event);
          }
        });
  }

  private ObjectNode settings(Message message) {
    ObjectNode settings = json.createObjectNode();
    settings.put("name", message.name());
    settings.put("processKey", message.processKey());
    settings.put("businessKey", message.businessKey());
    settings.set("correlation", json.valueToTree(message.correlation()));
    settings.set("variables", json.valueToTree(message.variables()));
    settings.properties().removeIf(member -> member.getValue().isNull());
    return settings;
  }
}
