package io.flowmaster.integrations.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.integrations.ConnectorView;

/**
 * Templates of bpmn.io for Camunda 7: a service task that the worker {@code connector} works. Made
 * from what a connector says of itself, so the two cannot drift apart.
 */
final class ElementTemplates {
  private static final String SCHEMA =
      "https://unpkg.com/@camunda/element-templates-json-schema@0.17.0/resources/schema.json";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  JsonNode of(ConnectorView view) {
    ObjectNode template = JSON.objectNode();
    template.put("$schema", SCHEMA);
    template.put("name", view.name());
    template.put("id", "io.flowmaster.connector." + view.id());
    template.put("description", firstSentence(view.description()));
    template.put("version", 1);
    template.putObject("category").put("id", "connectors").put("name", "Connectors");
    template.putArray("appliesTo").add("bpmn:Task").add("bpmn:ServiceTask");
    template.putObject("elementType").put("value", "bpmn:ServiceTask");
    template.put("entriesVisible", true);
    ArrayNode groups = template.putArray("groups");
    group(groups, "connection", "Connection");
    group(groups, "input", "Input");
    group(groups, "output", "Output");
    group(groups, "errors", "Errors");
    ArrayNode properties = template.putArray("properties");
    properties.add(hidden("camunda:type", "external"));
    properties.add(hidden("camunda:topic", TaskParameters.TOPIC));
    properties.add(
        bound(
            JSON.objectNode().put("type", "Hidden").put("value", view.id()),
            TaskParameters.CONNECTOR));
    connection(properties, view);
    fields(properties, view.inputSchema(), "input", TaskParameters.INPUT);
    results(properties);
    return template;
  }

  private static void connection(ArrayNode properties, ConnectorView view) {
    properties.add(
        text(
            "Integration",
            "connection",
            TaskParameters.INTEGRATION,
            "Name of an integration that holds address and credentials. Without one, fill in what"
                + " follows."));
    fields(properties, view.configurationSchema(), "connection", TaskParameters.CONFIGURATION);
  }

  private static void results(ArrayNode properties) {
    properties.add(
        text(
            "Result variable",
            "output",
            TaskParameters.RESULT_VARIABLE,
            "Variable for the whole answer"));
    properties.add(
        text(
            "Result expression",
            "output",
            TaskParameters.RESULT,
            "FEEL that makes variables of the answer, for example = {customer: response.body.id}"));
    properties.add(
        text(
            "Error expression",
            "errors",
            TaskParameters.ERRORS,
            "FEEL on error (code, message, answer) that gives the code of a BPMN error, or null, for"
                + " example = if error.answer.status = 404 then \"NOT_FOUND\" else null"));
    properties.add(
        text(
            "Pause before the next try",
            "errors",
            TaskParameters.BACKOFF,
            "FEEL on attempt (1, 2, …) that gives a duration, for example = duration(\"PT\" +"
                + " string(attempt) + \"M\")"));
  }

  private static void fields(ArrayNode properties, JsonNode schema, String group, String prefix) {
    schema
        .path("properties")
        .properties()
        .forEach(
            each -> {
              if (!each.getValue().path("writeOnly").asBoolean()) {
                properties.add(field(each.getKey(), each.getValue(), group, prefix));
              }
            });
  }

  private static ObjectNode field(String name, JsonNode said, String group, String prefix) {
    ObjectNode property = JSON.objectNode();
    property.put("label", said.path("title").asText(name));
    if (said.has("description")) {
      property.put("description", said.path("description").asText());
    }
    property.put("group", group);
    property.put("optional", true);
    if (said.has("enum")) {
      property.put("type", "Dropdown");
      ArrayNode choices = property.putArray("choices");
      said.path("enum")
          .forEach(
              value ->
                  choices.addObject().put("name", value.asText()).put("value", value.asText()));
    } else {
      boolean isLong = !said.has("type") || said.path("maxLength").asInt() > 2_000;
      property.put("type", isLong ? "Text" : "String");
    }
    return bound(property, prefix + name);
  }

  private static ObjectNode text(String label, String group, String name, String description) {
    ObjectNode property =
        JSON.objectNode()
            .put("label", label)
            .put("description", description)
            .put("group", group)
            .put("type", "String")
            .put("optional", true);
    return bound(property, name);
  }

  private static ObjectNode bound(ObjectNode property, String parameter) {
    property.putObject("binding").put("type", "camunda:inputParameter").put("name", parameter);
    return property;
  }

  private static ObjectNode hidden(String name, String value) {
    ObjectNode property = JSON.objectNode().put("type", "Hidden").put("value", value);
    property.putObject("binding").put("type", "property").put("name", name);
    return property;
  }

  private static void group(ArrayNode groups, String id, String label) {
    groups.addObject().put("id", id).put("label", label);
  }

  private static String firstSentence(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end).strip();
  }
}
