package io.flowmaster.tasks.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The options that a select, radio group, checklist or tag list offers. */
final class FormOptions {
  private FormOptions() {}

  /**
   * The values on offer: from the variable that {@code valuesKey} names, from the schema, or from
   * an expression, in this order, as form-js looks for them.
   */
  static List<JsonNode> of(FormInput input, JsonNode context, FormFeel feel) {
    JsonNode field = input.field();
    if (field.has("valuesExpression") && !field.has("valuesKey") && !field.has("values")) {
      return values(feel.evaluate(field.get("valuesExpression"), input.scope()));
    }
    return fixed(field, context);
  }

  static List<JsonNode> fixed(JsonNode field, JsonNode context) {
    return field.has("valuesKey")
        ? values(context.path(field.get("valuesKey").asText()))
        : values(field.path("values"));
  }

  static boolean isExpressed(JsonNode field) {
    return FormText.truthy(field.path("valuesExpression"));
  }

  private static List<JsonNode> values(JsonNode options) {
    List<JsonNode> values = new ArrayList<>();
    if (options.isArray()) {
      for (JsonNode option : options) {
        if (primitive(option)) {
          values.add(option);
        } else if (option.isObject() && allowed(option)) {
          values.add(option.get("value"));
        }
      }
    }
    return values;
  }

  private static boolean allowed(JsonNode option) {
    JsonNode label = option.path("label");
    JsonNode value = option.path("value");
    boolean labelled = label.isTextual() && !label.textValue().isEmpty();
    return primitive(value) || labelled && value.isContainerNode() && !value.isEmpty();
  }

  private static boolean primitive(JsonNode value) {
    return value.isNumber()
        || value.isBoolean()
        || value.isTextual() && !value.textValue().isEmpty();
  }

  static boolean contains(List<JsonNode> values, JsonNode wanted) {
    return values.stream().anyMatch(value -> same(value, wanted));
  }

  /** Equal as JSON: numbers by value, so that 1 is 1.0; nothing is null. */
  static boolean same(JsonNode one, JsonNode other) {
    if (one.isMissingNode() || one.isNull()) {
      return other.isMissingNode() || other.isNull();
    }
    return one.equals(FormOptions::compare, other);
  }

  private static int compare(JsonNode one, JsonNode other) {
    if (one.isNumber() && other.isNumber()) {
      return one.decimalValue().compareTo(other.decimalValue());
    }
    return one.equals(other) ? 0 : 1;
  }
}
