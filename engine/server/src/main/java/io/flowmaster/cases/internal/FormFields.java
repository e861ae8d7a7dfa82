package io.flowmaster.cases.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.flowmaster.platform.CaseFile.Field;
import io.flowmaster.platform.CaseFile.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The inputs of a form-js schema. Rows of dynamic lists and tables are left out: they have no value
 * of their own.
 */
final class FormFields {
  private static final int MOST = 200;
  private static final int MOST_OPTIONS = 200;
  private static final int DEEPEST = 20;
  private static final Set<String> INPUTS =
      Set.of(
          "textfield",
          "textarea",
          "number",
          "datetime",
          "checkbox",
          "checklist",
          "radio",
          "select",
          "taglist");

  private final Map<String, JsonNode> variables;
  private final List<Field> fields = new ArrayList<>();

  private FormFields(Map<String, JsonNode> variables) {
    this.variables = variables;
  }

  /**
   * @param variables where a field's options can stand
   */
  static List<Field> of(@Nullable JsonNode schema, Map<String, JsonNode> variables) {
    FormFields found = new FormFields(variables);
    if (schema != null) {
      found.read(schema.path("components"), "", 0);
    }
    return found.fields;
  }

  private void read(JsonNode components, String path, int depth) {
    for (JsonNode component : components) {
      String type = component.path("type").asText();
      if (fields.size() >= MOST || depth > DEEPEST) {
        return;
      }
      if (type.equals("group")) {
        read(component.path("components"), under(path, component.path("path").asText()), depth + 1);
      } else if (INPUTS.contains(type) && !component.path("key").asText().isEmpty()) {
        fields.add(field(component, type, under(path, component.path("key").asText())));
      }
    }
  }

  private static String under(String path, String name) {
    return path.isEmpty() || name.isEmpty() ? path + name : path + "." + name;
  }

  private Field field(JsonNode component, String type, String path) {
    String label = component.path("label").asText().strip();
    boolean isFixed =
        component.path("disabled").asBoolean() || component.path("readonly").asBoolean();
    return new Field(
        path,
        label.isEmpty() ? path : label,
        type,
        options(component),
        !isFixed,
        component.path("validate").path("required").asBoolean());
  }

  private List<Option> options(JsonNode component) {
    JsonNode values = component.path("values");
    String key = component.path("valuesKey").asText();
    if (!values.isArray() && !key.isEmpty()) {
      values = at(variables, key);
    }
    List<Option> options = new ArrayList<>();
    for (JsonNode value : values) {
      if (options.size() < MOST_OPTIONS) {
        JsonNode submitted = value.isObject() ? value.path("value") : value;
        options.add(new Option(submitted, value.path("label").asText(submitted.asText())));
      }
    }
    return options;
  }

  /** What stands at a path with dots; missing when nothing does. */
  static JsonNode at(Map<String, JsonNode> variables, String path) {
    String[] names = path.split("\\.");
    JsonNode found = variables.getOrDefault(names[0], MissingNode.getInstance());
    for (int i = 1; i < names.length; i++) {
      found = found.path(names[i]);
    }
    return found;
  }

  /** The variable that a path begins in. */
  static String root(String path) {
    int dot = path.indexOf('.');
    return dot < 0 ? path : path.substring(0, dot);
  }
}
