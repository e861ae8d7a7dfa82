package io.flowmaster.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A real broker (KRaft) that can be stopped and started again with what it holds. */
public final class RestartableBroker implements AutoCloseable {
  private final EmbeddedKafkaKraftBroker broker;
  private final String address;

  public RestartableBroker(String... topics) {
    address = "localhost:" + freePort();
    broker = new EmbeddedKafkaKraftBroker(1, 1, topics);
    broker.brokerProperty("listeners", "EXTERNAL://" + address + ",CONTROLLER://localhost:0");
    broker.afterPropertiesSet();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public String address() {
    return address;
  }

  public void stop() {
    broker.getCluster().brokers().values().forEach(each -> each.shutdown());
  }

  public void startAgain() {
    broker.getCluster().brokers().values().forEach(each -> each.startup());
  }

  /** Writes a record with headers and waits until the broker has it. */
  public void write(String topic, String key, String value, Map<String, String> headers) {
    Map<String, Object> settings = Map.of("bootstrap.servers", address);
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      ProducerRecord<String, String> entry = new ProducerRecord<>(topic, key, value);
      headers.forEach(
          (name, text) -> entry.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
      producer.send(entry).get(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** All that a topic holds. */
  public List<ConsumerRecord<String, String>> read(String topic) {
    Map<String, Object> settings = Map.of("bootstrap.servers", address);
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      TopicPartition partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      List<ConsumerRecord<String, String>> all = new ArrayList<>();
      while (consumer.position(partition) < end) {
        consumer.poll(Duration.ofMillis(500)).forEach(all::add);
      }
      return all;
    }
  }

  @Override
  public void close() {
    broker.destroy();
  }
}
