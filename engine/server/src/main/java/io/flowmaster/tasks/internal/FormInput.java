package io.flowmaster.tasks.internal;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One visible input of a form, at its place in the data.
 *
 * @param field its definition in the schema
 * @param path where its value stands
 * @param value what it holds; missing when nothing was entered
 * @param sent whether the value came with the submission, and was not there before
 * @param scope what its expressions see
 */
record FormInput(JsonNode field, FormPath path, JsonNode value, boolean sent, FormScope scope) {

  String type() {
    return field.path("type").asText();
  }

  /** What a person calls it: its label, or else its key. */
  String label() {
    String label = field.path("label").asText("");
    String shown = label.isBlank() || label.startsWith("=") ? field.path("key").asText() : label;
    return shown.length() > 100 ? shown.substring(0, 100) : shown;
  }

  boolean disabled() {
    return FormText.truthy(field.path("disabled"));
  }
}
