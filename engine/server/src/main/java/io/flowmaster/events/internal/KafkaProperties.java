package io.flowmaster.events.internal;

import io.flowmaster.platform.Shown;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Kafka beside the bus. Nothing of it is there without {@code bootstrapServers}.
 *
 * @param bootstrapServers where brokers are, as Kafka's clients take it; null for no Kafka
 * @param topic where events are told; {@code {tenant}} in it gives each tenant a topic of its own
 * @param types which types are told, as patterns with {@code *}
 * @param mode how events are written there
 * @param sinkTopics topics that subscriptions may write to, as patterns with {@code *}; {@code
 *     {tenant}} in one stands for the subscriber's tenant
 * @param group the consumer group in which topics are read
 * @param intake topics that are read
 * @param properties more settings of Kafka's clients, above all how to log in; never shown
 */
@Validated
@ConfigurationProperties("flowmaster.events.kafka")
record KafkaProperties(
    @Shown @Nullable String bootstrapServers,
    @Shown @DefaultValue("flowmaster.events") @NotBlank String topic,
    @Shown @DefaultValue("*") List<String> types,
    @Shown @DefaultValue("BINARY") @NotNull Mode mode,
    @Shown @DefaultValue({}) List<String> sinkTopics,
    @Shown @DefaultValue("flowmaster") @NotBlank String group,
    @DefaultValue({}) List<@Valid Intake> intake,
    @DefaultValue Map<String, String> properties) {
  static final String TENANT = "{tenant}";

  /** The content modes of CloudEvents' protocol binding for Kafka 1.0. */
  enum Mode {
    /** Attributes are headers, the data are the value. */
    BINARY,
    /** The value is the whole event as JSON. */
    STRUCTURED
  }

  /**
   * A topic that is read.
   *
   * @param topic its name
   * @param tenant whose events these are
   * @param type of the events that are made of records which are no CloudEvents; null when those
   *     are dead letters
   * @param message what they do beside being told on the bus; null for nothing
   */
  record Intake(
      @NotBlank String topic,
      @NotBlank String tenant,
      @Nullable String type,
      @Valid @Nullable Message message) {}

  /**
   * What starts or goes on, in the words of the sink {@code message} of a subscription.
   *
   * @param name of the message; null with {@code processKey}
   * @param processKey what to start; null with {@code name}
   * @param businessKey FEEL about the event; null for none
   * @param correlation values that the waiting execution has, FEEL about the event
   * @param variables FEEL about the event
   */
  record Message(
      @Nullable String name,
      @Nullable String processKey,
      @Nullable String businessKey,
      @DefaultValue Map<String, String> correlation,
      @DefaultValue Map<String, String> variables) {}
}
