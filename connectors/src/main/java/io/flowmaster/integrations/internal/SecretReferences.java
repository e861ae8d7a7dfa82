package io.flowmaster.integrations.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.platform.Problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code {{secrets.NAME}}} in a configuration. */
final class SecretReferences {
  static final String NAME = "[A-Za-z0-9_-]{1,64}";
  private static final Pattern REFERENCE = Pattern.compile("\\{\\{secrets\\.(" + NAME + ")}}");

  private SecretReferences() {}

  /** Whether a text names a secret. */
  static boolean names(String text) {
    return REFERENCE.matcher(text).find();
  }

  /** The names of all secrets that a configuration names. */
  static Set<String> in(JsonNode configuration) {
    Set<String> names = new TreeSet<>();
    collect(configuration, names);
    return names;
  }

  /** Secrets in clear: members that the schema marks as secrets and that name none. */
  static List<FieldError> inClear(JsonNode schema, JsonNode configuration, String at) {
    List<FieldError> faults = new ArrayList<>();
    schema
        .path("properties")
        .properties()
        .forEach(
            property -> {
              JsonNode value = configuration.path(property.getKey());
              boolean isSecret = property.getValue().path("writeOnly").asBoolean();
              if (isSecret && value.isTextual() && !REFERENCE.matcher(value.asText()).matches()) {
                faults.add(
                    new FieldError(
                        at + "/" + property.getKey(),
                        "is a secret: store it with PUT /integrations/secrets/{name} and give"
                            + " {{secrets.name}} here"));
              }
            });
    return faults;
  }

  /** The configuration with each reference replaced. */
  static JsonNode replaced(JsonNode configuration, UnaryOperator<String> values) {
    if (configuration.isTextual()) {
      return JsonNodeFactory.instance.textNode(
          REFERENCE
              .matcher(configuration.asText())
              .replaceAll(found -> Matcher.quoteReplacement(values.apply(found.group(1)))));
    }
    if (configuration.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      configuration
          .properties()
          .forEach(member -> object.set(member.getKey(), replaced(member.getValue(), values)));
      return object;
    }
    if (configuration.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      configuration.forEach(item -> array.add(replaced(item, values)));
      return array;
    }
    return configuration;
  }

  private static void collect(JsonNode node, Set<String> names) {
    if (node.isTextual()) {
      REFERENCE.matcher(node.asText()).results().forEach(found -> names.add(found.group(1)));
    }
    node.forEach(child -> collect(child, names));
  }
}
