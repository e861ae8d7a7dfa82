package io.flowmaster.integrations.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.integrations.ConnectorKind;
import io.flowmaster.integrations.ConnectorView;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the Kamelets that fit from Camel's jar. */
final class KameletFiles {
  private static final String COMPONENT = "META-INF/services/org/apache/camel/component/";
  private final ObjectMapper json = new ObjectMapper();
  private final ClassLoader classes = KameletFiles.class.getClassLoader();

  /** By id. */
  Map<String, Kamelet> read() {
    Map<String, Kamelet> all = new TreeMap<>();
    KameletRule.ALL.forEach(
        (id, rule) -> {
          if (classes.getResource(COMPONENT + rule.component()) != null) {
            read(id).flatMap(file -> kamelet(id, rule, file)).ifPresent(it -> all.put(id, it));
          }
        });
    return all;
  }

  private Optional<JsonNode> read(String id) {
    try (InputStream file = classes.getResourceAsStream("kamelets/" + id + ".kamelet.yaml")) {
      Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
      return file == null ? Optional.empty() : Optional.of(json.valueToTree(yaml.load(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empty when a property goes where it would be read as an expression. */
  private Optional<Kamelet> kamelet(String id, KameletRule rule, JsonNode file) {
    KameletPlaces places = KameletPlaces.of(file.at("/spec/template"));
    return places.elsewhere().isEmpty()
        ? Optional.of(new Kamelet(view(id, rule, file), rule, places.inPath()))
        : Optional.empty();
  }

  private ConnectorView view(String id, KameletRule rule, JsonNode file) {
    JsonNode definition = file.at("/spec/definition");
    return new ConnectorView(
        id,
        definition.path("title").asText(id).replaceFirst(" (Sink|Action)$", ""),
        definition.path("description").asText().strip(),
        ConnectorKind.KAMELET,
        rule.verb(),
        file.path("metadata").path("annotations").path("camel.apache.org/kamelet.group").asText(),
        configuration(rule, definition),
        input(rule));
  }

  private ObjectNode configuration(KameletRule rule, JsonNode definition) {
    ObjectNode schema = closed();
    ObjectNode properties = schema.putObject("properties");
    definition
        .path("properties")
        .properties()
        .forEach(
            each -> {
              if (rule.chooses(each.getKey())) {
                properties.set(each.getKey(), property(each.getKey(), rule, each.getValue()));
              }
            });
    ArrayNode required = schema.putArray("required");
    definition
        .path("required")
        .forEach(
            name -> {
              // What has a default need not be said, though some Kamelets ask for it.
              if (properties.has(name.asText()) && !properties.path(name.asText()).has("default")) {
                required.add(name.asText());
              }
            });
    return schema;
  }

  private ObjectNode property(String name, KameletRule rule, JsonNode said) {
    ObjectNode property = json.createObjectNode();
    String type = said.path("type").asText("string");
    property.put("type", type);
    for (String word : List.of("title", "description", "enum", "pattern")) {
      if (said.has(word)) {
        property.set(word, said.get(word));
      }
    }
    if (said.has("default")) {
      property.set(
          "default",
          type.equals("string")
              ? json.getNodeFactory().textNode(said.get("default").asText())
              : said.get("default"));
    }
    if (said.has("example")) {
      property.putArray("examples").add(said.get("example").asText());
    }
    if (said.path("format").asText().equals("password")) {
      property.put("format", "password").put("writeOnly", true);
    }
    if (rule.inline().contains(name)) {
      property.put("description", "The text itself, not the address of one.");
      property.remove("examples");
      property.put("maxLength", KameletValues.LONGEST_TEXT);
    } else if (type.equals("string")) {
      property.put("maxLength", KameletValues.LONGEST_VALUE);
    }
    return property;
  }

  private ObjectNode input(KameletRule rule) {
    ObjectNode schema = closed();
    ObjectNode properties = schema.putObject("properties");
    properties
        .putObject("body")
        .put("title", "Body")
        .put("description", "What is sent; an object or array goes as JSON, text as it is.");
    switch (rule.verb()) {
      case STORE -> {
        properties
            .putObject("file")
            .put("type", "string")
            .put("title", "File name")
            .put("description", "Name of the file in the directory")
            .put("minLength", 1)
            .put("maxLength", 255);
        schema.putArray("required").add("body").add("file");
      }
      default -> schema.putArray("required").add("body");
    }
    return schema;
  }

  private ObjectNode closed() {
    return json.createObjectNode().put("type", "object").put("additionalProperties", false);
  }
}
