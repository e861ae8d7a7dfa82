package io.flowmaster.tasks.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON type that each kind of field holds, and what it makes of a variable of another type. */
final class FormTypes {
  private static final int LONGEST_NUMBER = 100;

  private FormTypes() {}

  /** What a field holds before anything is entered. */
  static JsonNode nothing(JsonNode field) {
    return switch (field.path("type").asText()) {
      case "textfield", "textarea" -> TextNode.valueOf("");
      case "checkbox" -> BooleanNode.FALSE;
      case "checklist", "taglist" -> JsonNodeFactory.instance.arrayNode();
      default -> NullNode.getInstance();
    };
  }

  /** Says what to send when an entered value has the wrong type; null when it is right. */
  static @Nullable String fault(JsonNode field, JsonNode value) {
    if (FormText.empty(value)) {
      return null;
    }
    return switch (field.path("type").asText()) {
      case "number" -> number(field, value);
      case "checkbox" -> value.isBoolean() ? null : "Send true or false.";
      case "checklist", "taglist" -> value.isArray() ? null : "Send a list of options.";
      case "select", "radio" -> value.isArray() ? "Send one option, not a list." : null;
      default -> value.isTextual() ? null : "Send text.";
    };
  }

  private static @Nullable String number(JsonNode field, JsonNode value) {
    if (field.path("serializeToString").asBoolean(false)) {
      return value.isTextual() && decimal(value) != null ? null : "Send a number written as text.";
    }
    return value.isNumber() ? null : "Send a number.";
  }

  /** The value of a number, or of text that is one; null otherwise, and for monstrous ones. */
  static @Nullable BigDecimal decimal(JsonNode value) {
    if (!value.isNumber() && !value.isTextual() || value.asText().length() > LONGEST_NUMBER) {
      return null;
    }
    try {
      BigDecimal decimal = new BigDecimal(FormText.trim(value.asText()));
      return Math.abs((long) decimal.scale()) > LONGEST_NUMBER * 10L ? null : decimal;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** How form-js takes up a variable that it is opened with. */
  static JsonNode sanitized(JsonNode field, JsonNode stored, JsonNode context) {
    return switch (field.path("type").asText()) {
      case "textfield", "textarea" ->
          stored.isContainerNode() || stored.isNull()
              ? TextNode.valueOf("")
              : TextNode.valueOf(stored.asText());
      case "checkbox" -> BooleanNode.valueOf(stored.isBoolean() && stored.booleanValue());
      case "number" -> number(field, decimal(stored));
      case "select", "radio" -> option(field, stored, context);
      case "checklist", "taglist" -> options(field, stored, context);
      case "datetime" -> FormDates.fault(field, stored) == null ? stored : NullNode.getInstance();
      default -> stored;
    };
  }

  /** What the process gets of a value: nothing entered is null, except for text and lists. */
  static JsonNode stored(JsonNode field, JsonNode value) {
    return FormText.empty(value) ? nothing(field) : value;
  }

  private static JsonNode number(JsonNode field, @Nullable BigDecimal value) {
    if (value == null) {
      return NullNode.getInstance();
    }
    return field.path("serializeToString").asBoolean(false)
        ? TextNode.valueOf(value.toPlainString())
        : DecimalNode.valueOf(value);
  }

  private static JsonNode option(JsonNode field, JsonNode stored, JsonNode context) {
    boolean offered =
        FormOptions.isExpressed(field)
            || FormOptions.contains(FormOptions.fixed(field, context), stored);
    return offered ? stored : NullNode.getInstance();
  }

  private static JsonNode options(JsonNode field, JsonNode stored, JsonNode context) {
    if (FormOptions.isExpressed(field)) {
      return stored;
    }
    List<JsonNode> offered = FormOptions.fixed(field, context);
    ArrayNode kept = JsonNodeFactory.instance.arrayNode();
    stored.forEach(
        value -> {
          if (FormOptions.contains(offered, value)) {
            kept.add(value);
          }
        });
    return kept;
  }
}
