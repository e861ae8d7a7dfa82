package io.flowmaster.events.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.flowmaster.events.InvalidEvent;
import io.flowmaster.events.LoggedEvent;
import io.flowmaster.platform.Problem.FieldError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** CloudEvents as Kafka's records: "Kafka Protocol Binding for CloudEvents", version 1.0.2. */
@Component
class KafkaRecords {
  static final String CONTENT_TYPE = "content-type";
  private static final String PREFIX = "ce_";
  private static final String STRUCTURED = "application/cloudevents+json";
  private static final String KEY = "partitionkey";
  private static final int DEEPEST = 100;
  private static final int MOST_BYTES = 1024 * 1024;
  private final RowJson json;
  private final ObjectMapper bounded =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  KafkaRecords(RowJson json) {
    this.json = json;
  }

  /** What a consumer's record says. */
  record Received(
      String topic, int partition, long offset, Map<String, String> headers, byte[] value) {

    static Map<String, String> headers(Iterable<Header> headers) {
      Map<String, String> texts = new TreeMap<>();
      headers.forEach(
          header ->
              texts.put(
                  header.key().toLowerCase(Locale.ROOT),
                  header.value() == null
                      ? ""
                      : new String(header.value(), StandardCharsets.UTF_8)));
      return texts;
    }
  }

  /**
   * Events of one subject have one key, so they stay in one partition and in their order; an event
   * says another key in the extension {@code partitionkey}.
   */
  ProducerRecord<byte[], byte[]> write(String topic, LoggedEvent event, KafkaProperties.Mode mode) {
    ObjectNode whole = json.structured(event);
    byte[] key = bytes(key(event));
    if (mode == KafkaProperties.Mode.STRUCTURED) {
      ProducerRecord<byte[], byte[]> made =
          new ProducerRecord<>(topic, key, bytes(json.write(whole)));
      made.headers().add(CONTENT_TYPE, bytes(STRUCTURED + "; charset=UTF-8"));
      return made;
    }
    byte[] data = data(whole);
    ProducerRecord<byte[], byte[]> made = new ProducerRecord<>(topic, key, data);
    whole.properties().stream()
        .filter(each -> !each.getKey().equals(RowJson.CONTENT_TYPE))
        .forEach(
            each -> made.headers().add(PREFIX + each.getKey(), bytes(each.getValue().asText())));
    if (whole.has(RowJson.CONTENT_TYPE)) {
      made.headers().add(CONTENT_TYPE, bytes(whole.path(RowJson.CONTENT_TYPE).asText()));
    }
    return made;
  }

  private static String key(LoggedEvent event) {
    JsonNode own = event.attributes().get(KEY);
    String subject = event.event().subject();
    return own != null ? own.asText() : subject != null ? subject : event.event().id();
  }

  /** Takes the data out of the event. */
  private byte @Nullable [] data(ObjectNode whole) {
    JsonNode binary = whole.remove(RowJson.BASE64);
    if (binary != null) {
      return Base64.getDecoder().decode(binary.asText());
    }
    JsonNode data = whole.remove("data");
    if (data == null) {
      return null;
    }
    boolean isText = data.isTextual() && !isJson(whole.path(RowJson.CONTENT_TYPE).asText());
    return bytes(isText ? data.asText() : json.write(data));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The event that a record is.
   *
   * @param plainType the type of what is no CloudEvent; null when there may be none such
   * @throws InvalidEvent when it is none
   */
  JsonNode read(Received received, @Nullable String plainType) {
    if (received.value().length > MOST_BYTES) {
      throw invalid("", "It has more than " + MOST_BYTES + " bytes.");
    }
    String type = received.headers().getOrDefault(CONTENT_TYPE, "");
    if (type.startsWith(STRUCTURED)) {
      return parse(received.value(), "");
    }
    if (received.headers().containsKey(PREFIX + "specversion")) {
      return binary(received, type);
    }
    if (plainType == null) {
      throw invalid("", "It is no CloudEvent: there is neither a content-type nor ce_specversion.");
    }
    return plain(received, type, plainType);
  }

  private JsonNode binary(Received received, String type) {
    ObjectNode event = bounded.createObjectNode();
    received
        .headers()
        .forEach(
            (name, value) -> {
              if (name.startsWith(PREFIX)) {
                event.put(name.substring(PREFIX.length()), value);
              }
            });
    if (!type.isEmpty()) {
      event.put(RowJson.CONTENT_TYPE, type);
    }
    data(event, type, received.value());
    return event;
  }

  /** Its place in its topic is what tells it from all others. */
  private JsonNode plain(Received received, String type, String plainType) {
    ObjectNode event = bounded.createObjectNode();
    event.put("specversion", "1.0");
    event.put(RowJson.ID, received.partition() + "-" + received.offset());
    event.put("source", "urn:kafka:" + received.topic());
    event.put("type", plainType);
    data(event, type.isEmpty() ? RowJson.JSON_TYPE : type, received.value());
    return event;
  }

  private void data(ObjectNode event, String type, byte[] value) {
    if (value.length == 0) {
      return;
    }
    if (type.isEmpty() || isJson(type)) {
      event.set("data", parse(value, "/data"));
    } else if (type.startsWith("text/")) {
      event.set("data", TextNode.valueOf(new String(value, StandardCharsets.UTF_8)));
    } else {
      event.put(RowJson.BASE64, Base64.getEncoder().encodeToString(value));
    }
  }

  private static boolean isJson(String type) {
    String plain = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return plain.endsWith("/json") || plain.endsWith("+json");
  }

  private JsonNode parse(byte[] value, String pointer) {
    try {
      return bounded.readTree(value);
    } catch (IOException e) {
      throw invalid(pointer, "It is not JSON, or nested deeper than " + DEEPEST + " levels.");
    }
  }

  private static InvalidEvent invalid(String pointer, String detail) {
    return new InvalidEvent(List.of(new FieldError(pointer, detail)));
  }
}
