package io.flowmaster.webhooks.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.platform.ExpressionFailed;
import io.flowmaster.platform.Feel;
import io.flowmaster.platform.InvalidValue;
import io.flowmaster.webhooks.WebhookMapping;
import io.flowmaster.webhooks.WebhookTrial;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes of a delivery what its webhook's mapping says. */
@Component
class MappedDelivery {
  /** What shows who one is; no mapping needs it. */
  private static final Set<String> HIDDEN =
      Set.of(
          "authorization",
          "cookie",
          "x-signature",
          "x-hub-signature",
          "x-hub-signature-256",
          "stripe-signature",
          "webhook-signature");

  private final Feel feel;
  private final ObjectMapper json;

  MappedDelivery(Feel feel, ObjectMapper json) {
    this.feel = feel;
    this.json = json;
  }

  /**
   * @throws ExpressionFailed when one is no FEEL
   */
  void check(WebhookMapping mapping) {
    Stream.of(
            mapping.condition(),
            mapping.variables(),
            mapping.businessKey(),
            mapping.correlation(),
            mapping.subject())
        .filter(expression -> expression != null && !expression.isBlank())
        .forEach(feel::check);
  }

  /** The body as JSON; text where it is none. */
  JsonNode body(byte[] body) {
    try {
      JsonNode read = json.readTree(body);
      boolean isEmpty = read == null || read.isMissingNode();
      return isEmpty ? JsonNodeFactory.instance.nullNode() : requireStorable(read);
    } catch (JsonProcessingException noJson) {
      return requireStorable(
          JsonNodeFactory.instance.textNode(new String(body, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What no database takes becomes no variable. */
  private static JsonNode requireStorable(JsonNode node) {
    if (node.isTextual()) {
      String text = node.textValue();
      if (text.indexOf(0) >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
        throw new InvalidValue("text", "Leave out NUL characters and halves of surrogate pairs.");
      }
    }
    node.forEach(MappedDelivery::requireStorable);
    return node;
  }

  WebhookTrial of(
      WebhookMapping mapping,
      JsonNode body,
      Map<String, String> headers,
      Map<String, String> query) {
    Map<String, JsonNode> known = new LinkedHashMap<>();
    known.put("body", body);
    known.put("headers", object(headers));
    known.put("query", object(query));
    JsonNode counts = value(mapping.condition(), known);
    if (counts != null && !counts.asBoolean()) {
      return new WebhookTrial(false, Map.of(), null, Map.of(), null);
    }
    JsonNode variables = value(mapping.variables(), known);
    return new WebhookTrial(
        true,
        variables == null ? Map.of("payload", body) : members(mapping.variables(), variables),
        text(value(mapping.businessKey(), known)),
        mapping.correlation() == null
            ? Map.of()
            : members(mapping.correlation(), value(mapping.correlation(), known)),
        text(value(mapping.subject(), known)));
  }

  private @Nullable JsonNode value(@Nullable String expression, Map<String, JsonNode> known) {
    return expression == null || expression.isBlank() ? null : feel.evaluate(expression, known);
  }

  private static Map<String, JsonNode> members(
      @Nullable String expression, @Nullable JsonNode value) {
    if (value == null || !value.isObject()) {
      throw new ExpressionFailed(String.valueOf(expression), "it gives no context");
    }
    Map<String, JsonNode> members = new LinkedHashMap<>();
    value.properties().forEach(each -> members.put(each.getKey(), each.getValue()));
    return members;
  }

  private static @Nullable String text(@Nullable JsonNode value) {
    return value == null || value.isNull() ? null : value.asText();
  }

  private static ObjectNode object(Map<String, String> values) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    values.forEach(
        (name, value) -> {
          if (!HIDDEN.contains(name)) {
            object.put(name, value);
          }
        });
    return object;
  }
}
