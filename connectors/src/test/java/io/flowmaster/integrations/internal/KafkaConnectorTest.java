package io.flowmaster.integrations.internal;

import static io.flowmaster.integrations.internal.CallFixture.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.AddressRefused;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KafkaConnectorTest {
  private final Outbound outbound = new Outbound();
  private final KafkaProducers producers = new KafkaProducers(outbound.hosts());
  private final KafkaConnector kafka = new KafkaConnector(producers);
  private final EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1, "orders");

  @BeforeAll
  void start() {
    broker.afterPropertiesSet();
  }

  @AfterAll
  void stop() {
    producers.destroy();
    broker.destroy();
    outbound.close();
  }

  @Test
  void aRecordStandsWhereItSays() {
    JsonNode stands =
        kafka.execute(
            call(
                configuration(Map.of()),
                Map.of("key", "k", "value", Map.of("id", 7), "headers", Map.of("trace", "t1"))));
    assertThat(stands.path("offset").asLong()).isZero();
    assertThat(kafka.test(call(configuration(Map.of()), Map.of()))).contains("1 partition");
    ConsumerRecord<String, String> read = first();
    assertThat(read.key()).isEqualTo("k");
    assertThat(read.value()).isEqualTo("{\"id\":7}");
    assertThat(new String(read.headers().lastHeader("trace").value())).isEqualTo("t1");
  }

  @Test
  void brokersArePublicUnlessAllowed() {
    assertThatThrownBy(
            () ->
                kafka.execute(
                    call(
                        configuration(Map.of("brokers", "localhost:1,10.0.0.1:9092")),
                        Map.of("value", "x"))))
        .isInstanceOf(AddressRefused.class);
    assertThatThrownBy(
            () ->
                kafka.execute(
                    call(
                        configuration(Map.of("brokers", "localhost:1", "timeoutSeconds", 1)),
                        Map.of("value", "x"))))
        .isInstanceOfSatisfying(
            ConnectorProblem.class, problem -> assertThat(problem.mayPass()).isTrue());
  }

  @Test
  void aPasswordCannotBringALoginModule() {
    assertThat(
            KafkaProducers.quoted(
                "a\" x; com.sun.security.auth.module.JndiLoginModule required \\"))
        .isEqualTo("\"a\\\" x; com.sun.security.auth.module.JndiLoginModule required \\\\\"");
    assertThatThrownBy(() -> KafkaProducers.quoted("a\nb")).isInstanceOf(ConnectorProblem.class);
  }

  private ConsumerRecord<String, String> first() {
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker.getBrokersAsString()),
            new StringDeserializer(),
            new StringDeserializer())) {
      TopicPartition partition = new TopicPartition("orders", 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      return consumer.poll(Duration.ofSeconds(10)).iterator().next();
    }
  }

  private Map<String, Object> configuration(Map<String, ?> more) {
    Map<String, Object> configuration = new HashMap<>();
    configuration.put("brokers", broker.getBrokersAsString().replace("127.0.0.1", "localhost"));
    configuration.put("topic", "orders");
    configuration.put("security", "PLAINTEXT");
    configuration.putAll(more);
    return configuration;
  }
}
