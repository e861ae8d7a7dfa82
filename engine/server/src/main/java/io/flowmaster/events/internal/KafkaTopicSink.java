package io.flowmaster.events.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.events.InvalidSink;
import io.flowmaster.events.LoggedEvent;
import io.flowmaster.platform.CurrentActor;
import io.flowmaster.platform.Problem;
import io.flowmaster.platform.ProblemKind;
import io.flowmaster.platform.Roles;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Writes a subscriber's events to a topic that the operator lets its tenant write to. */
@Component
@ConditionalOnProperty(KafkaSettings.CONFIGURED)
class KafkaTopicSink implements LoggedEventSink, DisposableBean {
  private static final String TOPIC = "topic";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,249}");
  private final KafkaRecords records;
  private final KafkaProperties properties;
  private final CurrentActor current;
  private final KafkaSettings kafka;
  private @Nullable KafkaProducer<byte[], byte[]> producer;

  KafkaTopicSink(
      KafkaSettings kafka, KafkaRecords records, KafkaProperties properties, CurrentActor current) {
    this.records = records;
    this.properties = properties;
    this.current = current;
    this.kafka = kafka;
  }

  @Override
  public String kind() {
    return "kafka";
  }

  @Override
  public Set<String> roles() {
    return Set.of(Roles.ADMIN, Roles.DEVELOPER);
  }

  @Override
  public void check(ObjectNode settings) {
    String topic = settings.path(TOPIC).asText();
    if (settings.size() != 1 || !NAME.matcher(topic).matches()) {
      throw new InvalidSink("The sink kafka is {topic}, the name of a topic.");
    }
    if (!isAllowed(topic)) {
      throw new InvalidSink(
          "The operator lets no subscription write to the topic "
              + topic
              + " (flowmaster.events.kafka.sink-topics).");
    }
  }

  private boolean isAllowed(String topic) {
    String tenant = current.tenant().value();
    List<String> allowed =
        properties.sinkTopics().stream()
            .map(pattern -> pattern.replace(KafkaProperties.TENANT, tenant))
            .toList();
    return !allowed.isEmpty() && TypePattern.of(allowed).matches(topic);
  }

  /** What is allowed may have changed since the subscription was made. */
  @Override
  public void deliver(ObjectNode settings, LoggedEvent event) {
    check(settings);
    try {
      producer()
          .send(records.write(settings.path(TOPIC).asText(), event, properties.mode()))
          .get(KafkaSettings.DELIVERY.multipliedBy(2).toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new NotTaken(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotTaken(e);
    }
  }

  /** Kafka did not confirm a record; its name says in the delivery log why. */
  static final class NotTaken extends Problem {
    NotTaken(Throwable cause) {
      super(
          ProblemKind.UNAVAILABLE,
          "kafka-not-reached",
          "Kafka did not take the event: " + cause.getClass().getSimpleName() + ".");
      initCause(cause);
    }
  }

  private synchronized KafkaProducer<byte[], byte[]> producer() {
    if (producer == null) {
      producer = kafka.producer("sink");
    }
    return producer;
  }

  @Override
  public synchronized void destroy() {
    if (producer != null) {
      producer.close(Duration.ofSeconds(2));
    }
  }
}
