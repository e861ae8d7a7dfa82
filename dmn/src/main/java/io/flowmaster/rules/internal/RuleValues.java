package io.flowmaster.rules.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Values between JSON and the decision engine. Numbers take the types that process variables have,
 * so that a decision sees the same in a process: the smallest of integer, long, double that holds
 * all digits, else a big number.
 */
@Component
class RuleValues {
  private final ObjectMapper json;

  RuleValues(ObjectMapper json) {
    this.json = json;
  }

  static Map<String, Object> facts(Map<String, JsonNode> variables) {
    Map<String, Object> facts = new LinkedHashMap<>();
    variables.forEach((name, value) -> facts.put(name, fact(value)));
    return facts;
  }

  static @Nullable Object fact(@Nullable JsonNode node) {
    if (node == null) {
      return null;
    }
    return switch (node.getNodeType()) {
      case BOOLEAN -> node.booleanValue();
      case STRING -> node.textValue();
      case NUMBER -> node.isIntegralNumber() ? whole(node.bigIntegerValue()) : decimal(node);
      case OBJECT -> {
        Map<String, Object> members = new LinkedHashMap<>();
        node.properties().forEach(m -> members.put(m.getKey(), fact(m.getValue())));
        yield members;
      }
      case ARRAY -> {
        List<@Nullable Object> elements = new ArrayList<>();
        node.forEach(element -> elements.add(fact(element)));
        yield elements;
      }
      default -> null;
    };
  }

  private static Number whole(BigInteger number) {
    if (number.bitLength() < Integer.SIZE) {
      return number.intValue();
    }
    return number.bitLength() < Long.SIZE ? (Number) number.longValue() : number;
  }

  private static Number decimal(JsonNode node) {
    BigDecimal exact = node.decimalValue();
    double nearest = exact.doubleValue();
    boolean same = Double.isFinite(nearest) && BigDecimal.valueOf(nearest).compareTo(exact) == 0;
    return same ? (Number) nearest : exact;
  }

  /** What a decision gave, as JSON; dates, times and durations in ISO 8601. */
  JsonNode json(@Nullable Object value) {
    if (value == null) {
      return NullNode.getInstance();
    }
    if (value instanceof Date date) {
      return json.getNodeFactory().textNode(date.toInstant().toString());
    }
    if (value instanceof TemporalAccessor || value instanceof TemporalAmount) {
      return json.getNodeFactory().textNode(value.toString());
    }
    if (value instanceof Map<?, ?> members) {
      ObjectNode object = json.createObjectNode();
      members.forEach((name, member) -> object.set(String.valueOf(name), json(member)));
      return object;
    }
    if (value instanceof Collection<?> elements) {
      ArrayNode array = json.createArrayNode();
      elements.forEach(element -> array.add(json(element)));
      return array;
    }
    return value instanceof String || value instanceof Number || value instanceof Boolean
        ? json.valueToTree(value)
        : json.getNodeFactory().textNode(value.toString());
  }
}
