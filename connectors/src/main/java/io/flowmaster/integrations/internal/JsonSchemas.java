package io.flowmaster.integrations.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.flowmaster.platform.Problem.FieldError;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Checks values with the schemas of connectors; each schema is compiled once. */
@Component
class JsonSchemas {
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();

  /**
   * What is wrong with a value.
   *
   * @param at where the value stands in the body
   */
  List<FieldError> faults(JsonNode schema, JsonNode value, String at) {
    return compiled.computeIfAbsent(schema, registry::getSchema).validate(value).stream()
        .filter(error -> !comesLater(error))
        .map(error -> new FieldError(at + pointer(error), sentence(error)))
        .distinct()
        .toList();
  }

  /** A secret that is only named cannot be looked at yet. */
  private static boolean comesLater(Error error) {
    JsonNode node = error.getInstanceNode();
    return node != null
        && node.isTextual()
        && SecretReferences.names(node.asText())
        && !"type".equals(error.getKeyword());
  }

  private static String pointer(Error error) {
    String place = error.getInstanceLocation().toString();
    String member = error.getProperty();
    return member == null || "required".equals(error.getKeyword()) && place.endsWith("/" + member)
        ? place
        : place + "/" + member.replace("~", "~0").replace("/", "~1");
  }

  private static String sentence(Error error) {
    String text = error.getMessage();
    int colon = text.startsWith("/") ? text.indexOf(": ") : -1;
    return colon < 0 ? text : text.substring(colon + 2);
  }
}
