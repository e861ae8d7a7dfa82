package io.flowmaster.tools.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.w3c.dom.Element;

/** Finds what a process wants to know at its start, in its exported files. */
final class StartForms {
  private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
  private static final int MOST_FILES = 100;
  private static final int LARGEST = 4_194_304;
  private final ObjectMapper json;

  StartForms(ObjectMapper json) {
    this.json = json;
  }

  /** The schema of its start form; empty when it has none. */
  Optional<ObjectNode> schema(byte[] zip, String key) throws IOException {
    Map<String, byte[]> files = files(zip);
    return files.entrySet().stream()
        .filter(file -> file.getKey().endsWith(".bpmn"))
        .flatMap(file -> ModelXml.root(file.getValue()).stream())
        .flatMap(root -> ModelXml.children(root, "process").stream())
        .filter(process -> key.equals(process.getAttribute("id")))
        .flatMap(process -> ModelXml.children(process, "startEvent").stream())
        .filter(StartForms::isPlain)
        .findFirst()
        .flatMap(start -> form(start, files));
  }

  private Optional<ObjectNode> form(Element start, Map<String, byte[]> files) {
    String reference = start.getAttributeNS(CAMUNDA, "formRef");
    if (reference.isEmpty()) {
      return generated(start);
    }
    return files.entrySet().stream()
        .filter(file -> file.getKey().endsWith(".form"))
        .flatMap(file -> read(file.getValue()).stream())
        .filter(form -> reference.equals(form.path("id").asText()))
        .findFirst()
        .map(FormSchemas::variables);
  }

  private Optional<JsonNode> read(byte[] content) {
    try {
      return Optional.of(json.readTree(content));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Not one that waits for a message, a signal or a time. */
  private static boolean isPlain(Element start) {
    return Set.of("message", "signal", "timer", "conditional").stream()
        .allMatch(kind -> ModelXml.children(start, kind + "EventDefinition").isEmpty());
  }

  private static Optional<ObjectNode> generated(Element start) {
    ObjectNode schema = FormSchemas.object();
    ModelXml.children(start, "extensionElements").stream()
        .flatMap(extensions -> ModelXml.children(extensions, "formData").stream())
        .flatMap(form -> ModelXml.children(form, "formField").stream())
        .forEach(field -> field(field, schema));
    return schema.path("properties").isEmpty() ? Optional.empty() : Optional.of(schema);
  }

  private static void field(Element field, ObjectNode schema) {
    String id = field.getAttribute("id");
    ObjectNode value = schema.withObjectProperty("properties").putObject(id);
    if (!field.getAttribute("label").isEmpty()) {
      value.put("title", field.getAttribute("label"));
    }
    switch (field.getAttribute("type")) {
      case "long" -> value.put("type", "integer");
      case "boolean" -> value.put("type", "boolean");
      case "enum" ->
          ModelXml.children(field, "value")
              .forEach(each -> value.withArray("enum").add(each.getAttribute("id")));
      default -> value.put("type", "string");
    }
    ModelXml.children(field, "validation").stream()
        .flatMap(rules -> ModelXml.children(rules, "constraint").stream())
        .filter(rule -> "required".equals(rule.getAttribute("name")))
        .forEach(rule -> schema.withArray("required").add(id));
  }

  private static Map<String, byte[]> files(byte[] zip) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry();
          entry != null && files.size() < MOST_FILES;
          entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readNBytes(LARGEST));
      }
    }
    return files;
  }
}
