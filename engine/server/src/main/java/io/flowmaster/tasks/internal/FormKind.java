package io.flowmaster.tasks.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** How a component of a form-js schema takes part in the data. */
enum FormKind {
  /** Holds a value under its key. */
  INPUT,
  /** Holds other components, maybe under a path. */
  GROUP,
  /** Repeats other components, under a path. */
  LIST,
  /** Only shows something. */
  NONE;

  private static final Set<String> INPUTS =
      Set.of(
          "textfield",
          "textarea",
          "number",
          "datetime",
          "expression",
          "filepicker",
          "checkbox",
          "checklist",
          "radio",
          "select",
          "taglist");

  static FormKind of(JsonNode component) {
    String type = component.path("type").asText();
    if (INPUTS.contains(type)) {
      return component.path("key").asText("").isBlank() ? NONE : INPUT;
    }
    if (type.equals("dynamiclist")) {
      return component.path("isRepeating").asBoolean(true) ? LIST : GROUP;
    }
    return type.equals("group") ? GROUP : NONE;
  }

  /** The dotted way that this component adds to the data's path; empty when it adds none. */
  static String way(JsonNode component) {
    return component.path(of(component) == INPUT ? "key" : "path").asText("");
  }
}
