package io.flowmaster.tools.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * What a form-js form takes, as JSON Schema. It is what callers need to know beforehand; the form
 * itself is checked by the platform, with its conditions and expressions.
 */
final class FormSchemas {
  private static final Set<String> CHOICES = Set.of("radio", "select");
  private static final Set<String> MANY = Set.of("checklist", "taglist");
  private static final int DEEPEST = 10;

  private FormSchemas() {}

  /** The schema of the variables that the form sets. */
  static ObjectNode variables(JsonNode form) {
    ObjectNode schema = object();
    fields(form.path("components"), schema, 0);
    return schema;
  }

  static ObjectNode object() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put("type", "object").putObject("properties");
    return schema;
  }

  private static void fields(JsonNode components, ObjectNode into, int depth) {
    for (JsonNode component : components) {
      if (depth < DEEPEST) {
        field(component, into, depth);
      }
    }
  }

  private static void field(JsonNode component, ObjectNode into, int depth) {
    String type = component.path("type").asText();
    String path = component.path("path").asText();
    if ("group".equals(type)) {
      fields(component.path("components"), path.isEmpty() ? into : nested(into, path), depth + 1);
    } else if ("dynamiclist".equals(type) && !path.isEmpty()) {
      ObjectNode list = JsonNodeFactory.instance.objectNode().put("type", "array");
      ObjectNode item = object();
      fields(component.path("components"), item, depth + 1);
      list.set("items", item);
      put(into, path, list, false);
    } else if (isInput(component, type)) {
      put(into, component.path("key").asText(), value(component, type), isRequired(component));
    }
  }

  private static boolean isInput(JsonNode component, String type) {
    return !component.path("key").asText().isEmpty()
        && !component.path("disabled").asBoolean()
        && !component.path("readonly").asBoolean()
        && (CHOICES.contains(type)
            || MANY.contains(type)
            || Set.of("textfield", "textarea", "number", "checkbox", "datetime").contains(type));
  }

  private static boolean isRequired(JsonNode component) {
    return component.at("/validate/required").asBoolean()
        && component.at("/conditional/hide").asText().isEmpty();
  }

  private static ObjectNode value(JsonNode component, String type) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    title(schema, component);
    JsonNode rules = component.path("validate");
    switch (type) {
      case "number" -> number(schema, component, rules);
      case "checkbox" -> schema.put("type", "boolean");
      case "datetime" -> time(schema, component.path("subtype").asText("date"));
      default -> {
        if (CHOICES.contains(type)) {
          choices(schema, component.path("values"));
        } else if (MANY.contains(type)) {
          schema.put("type", "array").put("uniqueItems", true);
          choices(schema.putObject("items"), component.path("values"));
        } else {
          text(schema, rules);
        }
      }
    }
    return schema;
  }

  private static void title(ObjectNode schema, JsonNode component) {
    if (component.path("label").isTextual()) {
      schema.put("title", component.path("label").asText());
    }
    if (component.path("description").isTextual()) {
      schema.put("description", component.path("description").asText());
    }
  }

  private static void text(ObjectNode schema, JsonNode rules) {
    schema.put("type", "string");
    copyNumber(rules, "minLength", schema, "minLength");
    copyNumber(rules, "maxLength", schema, "maxLength");
    if (rules.path("required").asBoolean() && !schema.has("minLength")) {
      schema.put("minLength", 1);
    }
    if (rules.path("pattern").isTextual()) {
      schema.put("pattern", rules.path("pattern").asText());
    }
    if ("email".equals(rules.path("validationType").asText())) {
      schema.put("format", "email");
    }
  }

  private static void number(ObjectNode schema, JsonNode component, JsonNode rules) {
    if (component.path("serializeToString").asBoolean()) {
      schema.put("type", "string");
      return;
    }
    boolean whole =
        component.path("decimalDigits").isNumber() && component.path("decimalDigits").asInt() == 0;
    schema.put("type", whole ? "integer" : "number");
    copyNumber(rules, "min", schema, "minimum");
    copyNumber(rules, "max", schema, "maximum");
  }

  private static void time(ObjectNode schema, String subtype) {
    schema.put("type", "string");
    switch (subtype) {
      case "time" -> schema.put("description", "A time, for example 14:30");
      case "datetime" ->
          schema.put("description", "A date with time, for example 2026-12-31T14:30");
      default -> schema.put("format", "date");
    }
  }

  private static void choices(ObjectNode schema, JsonNode values) {
    if (values.isArray() && !values.isEmpty()) {
      ArrayNode allowed = schema.putArray("enum");
      values.forEach(value -> allowed.add(value.isObject() ? value.path("value") : value));
    }
  }

  /** Lengths may also be expressions, which only the form itself can tell. */
  private static void copyNumber(JsonNode from, String name, ObjectNode to, String as) {
    if (from.path(name).isNumber()) {
      to.set(as, from.path(name));
    }
  }

  private static void put(ObjectNode into, String path, ObjectNode value, boolean required) {
    int dot = path.lastIndexOf('.');
    ObjectNode parent = dot < 0 ? into : nested(into, path.substring(0, dot));
    String name = path.substring(dot + 1);
    parent.withObjectProperty("properties").set(name, value);
    if (required && dot < 0) {
      parent.withArray("required").add(name);
    }
  }

  private static ObjectNode nested(ObjectNode into, String path) {
    ObjectNode at = into;
    for (String name : path.split("\\.")) {
      ObjectNode properties = at.withObjectProperty("properties");
      JsonNode known = properties.get(name);
      at = known instanceof ObjectNode there && there.has("properties") ? there : object();
      properties.set(name, at);
    }
    return at;
  }
}
