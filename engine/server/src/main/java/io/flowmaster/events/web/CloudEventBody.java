package io.flowmaster.events.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.flowmaster.events.EventTooLarge;
import io.flowmaster.events.InvalidEvent;
import io.flowmaster.platform.Problem;
import io.flowmaster.platform.Problem.FieldError;
import io.flowmaster.platform.ProblemKind;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Reads events in the three modes of the HTTP binding of CloudEvents 1.0. */
@Component
class CloudEventBody {
  private static final int MOST_BYTES = 1024 * 1024;
  private static final int MOST_EVENTS = 500;
  private static final int DEEPEST = 100;
  private static final String PREFIX = "ce-";
  private static final String BATCH = "cloudevents-batch+json";
  private final ObjectReader reader;
  private final ObjectMapper json;

  CloudEventBody(ObjectMapper json) {
    this.json = json;
    this.reader = json.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  List<JsonNode> read(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      throw new EventTooLarge(MOST_BYTES);
    }
    MediaType type = type(request.getContentType());
    if (type != null && BATCH.equals(type.getSubtype())) {
      return batch(parse(body));
    }
    if (request.getHeader(PREFIX + "specversion") != null
        || request.getHeader(PREFIX + "id") != null) {
      return List.of(binary(request, type, body));
    }
    return List.of(parse(body));
  }

  private static @Nullable MediaType type(@Nullable String header) {
    try {
      return header == null ? null : MediaType.parseMediaType(header);
    } catch (InvalidMediaTypeException e) {
      throw new NotUnderstood("Content-Type is no media type.");
    }
  }

  private static List<JsonNode> batch(JsonNode batch) {
    if (!batch.isArray() || batch.isEmpty() || batch.size() > MOST_EVENTS) {
      throw new InvalidEvent(
          List.of(new FieldError("", "A batch is an array of 1 to " + MOST_EVENTS + " events.")));
    }
    List<JsonNode> events = new ArrayList<>();
    batch.forEach(events::add);
    return events;
  }

  private JsonNode parse(byte[] body) throws IOException {
    try {
      JsonNode node = reader.readTree(body);
      if (node.isMissingNode()) {
        throw new NotUnderstood("The body is empty. Send an event.");
      }
      if (isDeep(node, 0)) {
        throw new InvalidEvent(
            List.of(new FieldError("", "It is nested deeper than " + DEEPEST + " levels.")));
      }
      return node;
    } catch (JsonProcessingException e) {
      throw new NotUnderstood("The body is not JSON.");
    }
  }

  private static boolean isDeep(JsonNode node, int depth) {
    if (depth > DEEPEST) {
      return true;
    }
    for (JsonNode child : node) {
      if (child.isContainerNode() && isDeep(child, depth + 1)) {
        return true;
      }
    }
    return false;
  }

  private JsonNode binary(HttpServletRequest request, @Nullable MediaType type, byte[] body)
      throws IOException {
    ObjectNode event = json.createObjectNode();
    for (String header : Collections.list(request.getHeaderNames())) {
      String name = header.toLowerCase(Locale.ROOT);
      if (name.startsWith(PREFIX)) {
        event.put(name.substring(PREFIX.length()), decoded(request.getHeader(header)));
      }
    }
    if (request.getHeader("traceparent") != null && !event.has("traceparent")) {
      event.put("traceparent", request.getHeader("traceparent"));
    }
    if (type != null) {
      event.put("datacontenttype", type.toString());
    }
    if (body.length > 0) {
      data(event, type, body);
    }
    return event;
  }

  private void data(ObjectNode event, @Nullable MediaType type, byte[] body) throws IOException {
    if (type == null || isJson(type)) {
      event.set("data", parse(body));
    } else if ("text".equals(type.getType()) || type.getSubtype().endsWith("xml")) {
      event.set("data", TextNode.valueOf(new String(body, StandardCharsets.UTF_8)));
    } else {
      event.put("data_base64", Base64.getEncoder().encodeToString(body));
    }
  }

  private static boolean isJson(MediaType type) {
    return "json".equals(type.getSubtype()) || type.getSubtype().endsWith("+json");
  }

  /** Header values are percent-encoded (HTTP binding, 3.1.3.2); a plus is a plus. */
  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return value;
    }
  }

  /** It cannot be read at all. */
  static final class NotUnderstood extends Problem {
    NotUnderstood(String detail) {
      super(ProblemKind.MALFORMED, "malformed-request", detail);
    }
  }
}
