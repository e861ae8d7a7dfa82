package io.flowmaster.worker.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import io.flowmaster.worker.Document;
import io.flowmaster.worker.transport.LockedTask;
import io.flowmaster.worker.transport.WireValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Process variables as one JSON object, and back. Objects and arrays travel as JSON values. */
final class Variables {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String JSON = "application/json";
  private final ObjectMapper json;

  Variables(ObjectMapper json) {
    SimpleModule documents = new SimpleModule("documents");
    documents.addSerializer(Document.class, new AsItIs());
    this.json = json.copy().registerModule(documents);
  }

  /** Values without a JSON form (other serializations) are left out; files are documents. */
  ObjectNode toJson(LockedTask task, Function<String, byte[]> content) {
    ObjectNode object = json.createObjectNode();
    task.variables()
        .forEach(
            (name, value) -> {
              JsonNode node = toJson(name, value, content);
              if (node != null) {
                object.set(name, node);
              }
            });
    return object;
  }

  /**
   * The members of a record, bean or map as typed variables.
   *
   * @throws IllegalArgumentException when it is not an object, or a number cannot be kept exactly
   */
  Map<String, WireValue> toVariables(@Nullable Object result) {
    Map<String, WireValue> variables = new LinkedHashMap<>();
    if (result == null) {
      return variables;
    }
    JsonNode tree = json.valueToTree(result);
    if (!tree.isObject()) {
      throw new IllegalArgumentException(
          "A worker returns a record or a map, whose members become variables; this returned "
              + result.getClass().getName());
    }
    tree.properties().forEach(e -> variables.put(e.getKey(), typed(e.getKey(), e.getValue())));
    return variables;
  }

  private @Nullable JsonNode toJson(
      String name, WireValue value, Function<String, byte[]> content) {
    String type = value.type() == null ? "" : value.type();
    Map<String, Object> info = value.valueInfo() == null ? Map.of() : value.valueInfo();
    JsonNode plain = value.value() == null ? NODES.nullNode() : value.value();
    return switch (type) {
      case "Json", "json" -> read(plain);
      case "Object", "object" ->
          JSON.equals(info.get("serializationDataFormat")) ? read(plain) : null;
      case "File", "file" -> NODES.pojoNode(document(name, info, content));
      case "Bytes", "bytes" ->
          plain.isNull() ? plain : NODES.binaryNode(Base64.getDecoder().decode(plain.asText()));
      case "Date", "date" -> date(plain);
      case "Xml", "xml" -> null;
      default -> plain;
    };
  }

  private static Document document(
      String name, Map<String, Object> info, Function<String, byte[]> content) {
    return Document.of(
        String.valueOf(info.getOrDefault("filename", name)),
        (String) info.get("mimeType"),
        (String) info.get("encoding"),
        () -> content.apply(name));
  }

  private static JsonNode date(JsonNode text) {
    try {
      return text.isTextual()
          ? NODES.textNode(LockedTask.TIME.parse(text.textValue(), Instant::from).toString())
          : text;
    } catch (DateTimeParseException e) {
      return text;
    }
  }

  private JsonNode read(JsonNode text) {
    if (!text.isTextual()) {
      return text;
    }
    try {
      return json.readTree(text.textValue());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("A variable is not valid JSON", e);
    }
  }

  private static WireValue typed(String name, JsonNode node) {
    return switch (node.getNodeType()) {
      case NULL, MISSING -> new WireValue("Null", NODES.nullNode(), null);
      case BOOLEAN -> new WireValue("Boolean", node, null);
      case STRING -> new WireValue("String", node, null);
      case BINARY -> bytes((BinaryNode) node);
      case NUMBER -> number(name, node);
      case POJO -> file((POJONode) node);
      default -> new WireValue("Json", NODES.textNode(node.toString()), null);
    };
  }

  private static WireValue bytes(BinaryNode node) {
    return new WireValue("Bytes", NODES.textNode(node.asText()), null);
  }

  private static WireValue file(POJONode node) {
    if (!(node.getPojo() instanceof Document document)) {
      return new WireValue("String", NODES.textNode(node.asText()), null);
    }
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("filename", document.name());
    if (document.mimeType() != null) {
      info.put("mimeType", document.mimeType());
    }
    if (document.encoding() != null) {
      info.put("encoding", document.encoding());
    }
    String content = Base64.getEncoder().encodeToString(document.content());
    return new WireValue("File", NODES.textNode(content), info);
  }

  private static WireValue number(String name, JsonNode node) {
    if (node.isIntegralNumber() && node.canConvertToInt()) {
      return new WireValue("Integer", node, null);
    }
    if (node.isIntegralNumber() && node.canConvertToLong()) {
      return new WireValue("Long", node, null);
    }
    double nearest = node.doubleValue();
    if (!Double.isFinite(nearest)
        || BigDecimal.valueOf(nearest).compareTo(node.decimalValue()) != 0) {
      throw new IllegalArgumentException(
          "The number " + name + " has more digits than the engine keeps; return it as text");
    }
    return new WireValue("Double", NODES.numberNode(nearest), null);
  }

  /** A document stays one on its way through the tree. */
  private static final class AsItIs extends JsonSerializer<Document> {
    @Override
    public void serialize(Document value, JsonGenerator out, SerializerProvider all)
        throws IOException {
      out.writeEmbeddedObject(value);
    }
  }
}
