package io.flowmaster.events.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.events.EventSchema;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/** Describes what subscribers receive, as AsyncAPI 3.0 has it. */
@Component
class AsyncApiDocument {
  private final ObjectMapper json;
  private final EventCatalogue catalogue;
  private final String version;

  AsyncApiDocument(
      ObjectMapper json, EventCatalogue catalogue, ObjectProvider<BuildProperties> build) {
    this.json = json;
    this.catalogue = catalogue;
    BuildProperties built = build.getIfAvailable();
    this.version = built == null ? "0" : built.getVersion();
  }

  ObjectNode of(List<EventSchema> tenants) {
    ObjectNode document = json.createObjectNode().put("asyncapi", "3.0.0");
    document
        .putObject("info")
        .put("title", "FlowMaster events")
        .put("version", version)
        .put(
            "description",
            "Everything that happens, as CloudEvents 1.0. Subscribe with POST /subscriptions.");
    document.put("defaultContentType", "application/cloudevents+json");
    ObjectNode channel = document.putObject("channels").putObject("events");
    channel.putNull("address");
    channel.put("description", "The address that a subscription names.");
    ObjectNode names = channel.putObject("messages");
    ObjectNode messages = document.putObject("components").putObject("messages");
    catalogue
        .entries()
        .values()
        .forEach(
            entry ->
                message(names, messages, entry.type(), entry.source(), entry.schema())
                    .put("summary", entry.summary()));
    tenants.forEach(schema -> message(names, messages, schema.type(), null, schema.schema()));
    ObjectNode operation = document.putObject("operations").putObject("deliver");
    operation.put("action", "send");
    operation.putObject("channel").put("$ref", "#/channels/events");
    return document;
  }

  private static ObjectNode message(
      ObjectNode names,
      ObjectNode messages,
      String type,
      @org.jspecify.annotations.Nullable String source,
      JsonNode schema) {
    names.putObject(type).put("$ref", "#/components/messages/" + type);
    ObjectNode message = messages.putObject(type).put("name", type);
    message.put("contentType", "application/cloudevents+json");
    ObjectNode payload = message.putObject("payload").put("type", "object");
    payload.putArray("required").add("specversion").add("id").add("source").add("type");
    ObjectNode properties = payload.putObject("properties");
    properties.putObject("specversion").put("const", "1.0");
    properties.putObject("id").put("type", "string");
    ObjectNode from = properties.putObject("source").put("type", "string");
    if (source != null) {
      from.put("const", source);
    }
    properties.putObject("type").put("const", type);
    properties.putObject("subject").put("type", "string");
    properties.putObject("time").put("type", "string").put("format", "date-time");
    properties.putObject("tenantid").put("type", "string");
    properties.putObject("traceparent").put("type", "string");
    properties.set("data", schema);
    return message;
  }
}
