package io.flowmaster.integrations.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.integrations.ConnectorVerb;
import io.flowmaster.integrations.ConnectorView;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Kamelet as a connector. */
final class KameletConnector implements Connector {
  private final ObjectMapper json = new ObjectMapper();
  private final Kamelet kamelet;
  private final CamelRoutes camel;

  KameletConnector(Kamelet kamelet, CamelRoutes camel) {
    this.kamelet = kamelet;
    this.camel = camel;
  }

  @Override
  public ConnectorView view() {
    return kamelet.view();
  }

  @Override
  public @Nullable JsonNode execute(ConnectorCall call) {
    Map<String, Object> headers = new HashMap<>();
    String file = call.given("file");
    if (file != null) {
      headers.put("file", fileName(file));
    }
    JsonNode body = call.input().path("body");
    Object answer = camel.call(kamelet, guarded(call), sent(body), headers);
    if (kamelet.rule().verb() != ConnectorVerb.TRANSFORM) {
      return null;
    }
    return answer instanceof byte[] bytes ? Bodies.read(json, bytes) : json.valueToTree(answer);
  }

  @Override
  public String test(ConnectorCall call) {
    ObjectNode configuration = guarded(call);
    camel.check(kamelet, configuration);
    for (String name : kamelet.rule().addresses()) {
      Hosts.reach(configuration.path(name).asText(), configuration.path("connectionPort").asInt());
    }
    return kamelet.rule().addresses().isEmpty()
        ? "The configuration can be used."
        : "The host takes connections. Whether it takes the credentials shows in the first call.";
  }

  private Object sent(JsonNode body) {
    if (kamelet.rule().takesValues()) {
      return json.convertValue(body, Object.class);
    }
    return body.isTextual() ? body.asText() : body.toString();
  }

  private ObjectNode guarded(ConnectorCall call) {
    ObjectNode configuration = defaults().setAll(call.configuration());
    for (String name : kamelet.rule().addresses()) {
      String given = configuration.path(name).asText();
      configuration.put(name, camel.hosts().pinned(given));
    }
    return configuration;
  }

  private ObjectNode defaults() {
    ObjectNode defaults = json.createObjectNode();
    kamelet
        .view()
        .configurationSchema()
        .path("properties")
        .properties()
        .forEach(
            each -> {
              if (each.getValue().has("default")) {
                defaults.set(each.getKey(), each.getValue().get("default"));
              }
            });
    return defaults;
  }

  /** A name, never a path, and nothing that Camel would evaluate. */
  private static String fileName(String given) {
    if (!given.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._+=,()-]*") || given.contains("..")) {
      throw ConnectorProblem.lasting(
          "invalid-file-name",
          "A file name has letters, digits, spaces and . _ + = , ( ) - and begins with a letter or"
              + " digit.");
    }
    return given;
  }
}
