package io.flowmaster.engine.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import io.flowmaster.platform.ExpressionFailed;
import io.flowmaster.platform.Feel;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.ParseResult;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@link BoundedFeel} for plain JSON. */
@Component
class EngineFeel implements Feel {
  private final FeelEngineApi feel;
  private final int longest;
  private final ObjectMapper json;

  EngineFeel(BoundedFeel feel, Allowances allowances, Clock clock, ObjectMapper json) {
    this.feel = feel.bounded(() -> ZonedDateTime.now(clock));
    this.longest = allowances.limits().longestExpression();
    this.json = json;
  }

  @Override
  public JsonNode evaluate(String expression, Map<String, JsonNode> variables) {
    checkLength(expression);
    EvaluationResult result = feel.evaluateExpression(expression, values(variables));
    if (!result.isSuccess()) {
      throw new ExpressionFailed(expression, result.failure().message());
    }
    return json(expression, result.result());
  }

  @Override
  public void check(String expression) {
    checkLength(expression);
    ParseResult parsed = feel.parseExpression(expression);
    if (!parsed.isSuccess()) {
      throw new ExpressionFailed(expression, parsed.failure().message());
    }
  }

  private void checkLength(String expression) {
    if (expression.isBlank() || expression.length() > longest) {
      throw new ExpressionFailed(expression, "it is empty or too long");
    }
  }

  private JsonNode json(String expression, @Nullable Object value) {
    if (value == null) {
      return NullNode.getInstance();
    }
    if (value instanceof TemporalAccessor || value instanceof TemporalAmount) {
      return json.getNodeFactory().textNode(value.toString());
    }
    if (value instanceof Map<?, ?> map) {
      var object = json.createObjectNode();
      map.forEach((key, member) -> object.set(String.valueOf(key), json(expression, member)));
      return object;
    }
    if (value instanceof Iterable<?> list) {
      var array = json.createArrayNode();
      list.forEach(member -> array.add(json(expression, member)));
      return array;
    }
    if (value instanceof Number || value instanceof Boolean || value instanceof String) {
      return json.valueToTree(value);
    }
    throw new ExpressionFailed(expression, "its value is neither data nor a list of data");
  }

  private static Map<String, Object> values(Map<String, JsonNode> variables) {
    Map<String, Object> values = new LinkedHashMap<>();
    variables.forEach((name, value) -> values.put(name, value(value)));
    return values;
  }

  private static @Nullable Object value(JsonNode node) {
    return switch (node.getNodeType()) {
      case BOOLEAN -> node.booleanValue();
      case NUMBER -> node.decimalValue();
      case STRING -> node.textValue();
      case OBJECT -> {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        node.properties().forEach(member -> map.put(member.getKey(), value(member.getValue())));
        yield map;
      }
      case ARRAY -> {
        List<@Nullable Object> list = new ArrayList<>();
        node.forEach(element -> list.add(value(element)));
        yield list;
      }
      default -> null;
    };
  }
}
