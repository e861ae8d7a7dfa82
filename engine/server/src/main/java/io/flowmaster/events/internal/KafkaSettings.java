package io.flowmaster.events.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** How clients of Kafka are set up; what promises rest on cannot be configured away. */
@Component
@ConditionalOnProperty(KafkaSettings.CONFIGURED)
class KafkaSettings {
  static final String CONFIGURED = "flowmaster.events.kafka.bootstrap-servers";

  /** Shorter than the time after which another node takes over a turn of this one (20 s). */
  static final Duration DELIVERY = Duration.ofSeconds(10);

  private static final Duration REQUEST = Duration.ofSeconds(4);
  private static final Duration BLOCKED = Duration.ofSeconds(5);
  private static final int LARGEST = 2 * 1024 * 1024;
  private static final long BUFFER = 16L * 1024 * 1024;
  private static final int RECORDS_AT_ONCE = 50;
  private final KafkaProperties properties;

  KafkaSettings(KafkaProperties properties) {
    this.properties = properties;
  }

  /**
   * A record is on all replicas that are in sync, once; and one request at a time: when a record
   * fails, no later one of its partition has been written.
   */
  KafkaProducer<byte[], byte[]> producer(String name) {
    Map<String, Object> settings = new HashMap<>(properties.properties());
    common(settings, name);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) DELIVERY.toMillis());
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) REQUEST.toMillis());
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCKED.toMillis());
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER);
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST);
    settings.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Nothing is committed by itself, and little is read ahead. */
  Map<String, Object> consumer() {
    Map<String, Object> settings = new HashMap<>(properties.properties());
    common(settings, "intake");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_AT_ONCE);
    settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 2 * LARGEST);
    settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, LARGEST);
    settings.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    settings.putIfAbsent(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    return settings;
  }

  private void common(Map<String, Object> settings, String name) {
    settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, properties.bootstrapServers());
    settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, "flowmaster-" + name);
    settings.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 2_000L);
  }
}
