package io.flowmaster.integrations.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.flowmaster.platform.TextDigest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** A producer for each configuration that was used lately: they are dear to make. */
@Component
class KafkaProducers implements DisposableBean {
  private static final int MOST = 50;
  private static final int USUAL_SECONDS = 20;
  private static final Duration UNUSED = Duration.ofMinutes(5);
  private static final long BUFFER = 4L * 1024 * 1024;
  private final Hosts hosts;
  private final Cache<String, KafkaProducer<String, String>> producers =
      Caffeine.newBuilder()
          .maximumSize(MOST)
          .expireAfterAccess(UNUSED)
          .<String, KafkaProducer<String, String>>removalListener(
              (key, producer, cause) -> close(producer))
          .build();

  KafkaProducers(Hosts hosts) {
    this.hosts = hosts;
  }

  KafkaProducer<String, String> of(ConnectorCall call) {
    for (String broker : call.setting("brokers", "").split(",")) {
      hosts.resolve(broker.substring(0, broker.lastIndexOf(':')));
    }
    String key = TextDigest.of(call.tenant() + "\n" + call.configuration()).sha256();
    return producers.get(key, unused -> new KafkaProducer<>(settings(call)));
  }

  private static Map<String, Object> settings(ConnectorCall call) {
    int limit = (int) call.seconds("timeoutSeconds", USUAL_SECONDS).toMillis();
    Map<String, Object> settings = new HashMap<>();
    settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, call.setting("brokers", ""));
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, limit);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, limit);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, limit / 2);
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER);
    settings.put(
        CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, call.setting("security", "SASL_SSL"));
    secure(settings, call);
    return settings;
  }

  /** User and password are quoted, so that they stay what they are in the line. */
  private static void secure(Map<String, Object> settings, ConnectorCall call) {
    String security = call.setting("security", "SASL_SSL");
    if (security.startsWith("SASL")) {
      String mechanism = call.setting("mechanism", "SCRAM-SHA-512");
      String module =
          mechanism.equals("PLAIN")
              ? "org.apache.kafka.common.security.plain.PlainLoginModule"
              : "org.apache.kafka.common.security.scram.ScramLoginModule";
      settings.put(SaslConfigs.SASL_MECHANISM, mechanism);
      settings.put(
          SaslConfigs.SASL_JAAS_CONFIG,
          "%s required username=%s password=%s;"
              .formatted(
                  module,
                  quoted(call.setting("username", "")),
                  quoted(call.setting("password", ""))));
    }
    String trusted = call.setting("trustedCertificates");
    if (security.endsWith("SSL") && trusted != null) {
      settings.put(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, "PEM");
      settings.put(SslConfigs.SSL_TRUSTSTORE_CERTIFICATES_CONFIG, trusted);
    }
  }

  static String quoted(String value) {
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw ConnectorProblem.lasting(
          "invalid-credentials", "User name and password have no control characters.");
    }
    return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static void close(KafkaProducer<String, String> producer) {
    if (producer != null) {
      producer.close(Duration.ofSeconds(2));
    }
  }

  @Override
  public void destroy() {
    producers.invalidateAll();
    producers.cleanUp();
  }
}
