package io.flowmaster.integrations.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.flowmaster.integrations.ConnectorView;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;
import org.springframework.stereotype.Component;

/** Records for Kafka, each written once to all replicas that are in sync. */
@Component
class KafkaConnector implements Connector {
  private static final int USUAL_SECONDS = 20;
  private final ConnectorView view = Descriptors.read("kafka");
  private final KafkaProducers producers;

  KafkaConnector(KafkaProducers producers) {
    this.producers = producers;
  }

  @Override
  public ConnectorView view() {
    return view;
  }

  @Override
  public JsonNode execute(ConnectorCall call) {
    JsonNode value = call.input().path("value");
    String text = value.isTextual() ? value.asText() : value.toString();
    ProducerRecord<String, String> entry =
        new ProducerRecord<>(call.setting("topic", ""), call.given("key"), text);
    call.input()
        .path("headers")
        .properties()
        .forEach(
            each ->
                entry
                    .headers()
                    .add(each.getKey(), each.getValue().asText().getBytes(StandardCharsets.UTF_8)));
    try {
      Duration limit = call.seconds("timeoutSeconds", USUAL_SECONDS);
      RecordMetadata stands =
          producers.of(call).send(entry).get(limit.toMillis() * 2, TimeUnit.MILLISECONDS);
      return JsonNodeFactory.instance
          .objectNode()
          .put("topic", stands.topic())
          .put("partition", stands.partition())
          .put("offset", stands.offset());
    } catch (ExecutionException e) {
      throw failed(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ConnectorProblem.passing("kafka-stopped", "The call was broken off.");
    } catch (TimeoutException | KafkaException e) {
      throw failed(e);
    }
  }

  @Override
  public String test(ConnectorCall call) {
    try {
      KafkaProducer<String, String> producer = producers.of(call);
      return "The topic has "
          + producer.partitionsFor(call.setting("topic", "")).size()
          + " partition(s).";
    } catch (KafkaException e) {
      throw failed(e);
    }
  }

  private static ConnectorProblem failed(Throwable e) {
    String kind = e.getClass().getSimpleName();
    if (e instanceof AuthenticationException || e instanceof AuthorizationException) {
      return ConnectorProblem.lasting(
          "kafka-refused", "Kafka refuses the credentials: " + kind + ".");
    }
    return e instanceof RetriableException || e instanceof TimeoutException
        ? ConnectorProblem.passing(
            "kafka-not-reached", "Kafka did not take the record: " + kind + ".")
        : ConnectorProblem.lasting("kafka-failed", "Kafka did not take the record: " + kind + ".");
  }
}
