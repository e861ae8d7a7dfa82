package io.flowmaster.events.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.flowmaster.platform.Problem.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Whether a new version of a schema accepts what the former one accepts. It goes by what can be
 * told for sure member by member; a keyword that it does not know must stay as it was.
 */
final class SchemaCompatibility {
  private static final Set<String> WORDS =
      Set.of(
          "title",
          "description",
          "$comment",
          "examples",
          "default",
          "deprecated",
          "readOnly",
          "writeOnly",
          "$schema",
          "$defs",
          "definitions",
          "format");
  private static final Set<String> COMPARED =
      Set.of("type", "enum", "properties", "required", "items", "additionalProperties", "$ref");
  private static final Set<String> LOWEST =
      Set.of("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties");
  private static final Set<String> HIGHEST =
      Set.of("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties");

  private final JsonNode formerRoot;
  private final JsonNode nextRoot;
  private final List<FieldError> faults = new ArrayList<>();

  private SchemaCompatibility(JsonNode former, JsonNode next) {
    this.formerRoot = former;
    this.nextRoot = next;
  }

  static List<FieldError> faults(JsonNode former, JsonNode next) {
    SchemaCompatibility check = new SchemaCompatibility(former, next);
    check.compare(former, next, "/schema");
    return check.faults;
  }

  private void compare(JsonNode was, JsonNode is, String at) {
    JsonNode former = resolved(was, formerRoot);
    JsonNode next = resolved(is, nextRoot);
    if (next.isMissingNode() || next.equals(former) || next.isBoolean() && next.asBoolean()) {
      return;
    }
    if (!next.isObject()) {
      faults.add(new FieldError(at, "Nothing is accepted here any more."));
      return;
    }
    types(former, next, at);
    values(former, next, at);
    members(former, next, at);
    bounds(former, next, at);
    others(former, next, at);
    if (next.has("items")) {
      compare(former.path("items"), next.path("items"), at + "/items");
    }
  }

  /** References have no circles: see {@link SchemaRules}. */
  private static JsonNode resolved(JsonNode schema, JsonNode root) {
    JsonNode target = schema;
    while (target.path("$ref").isTextual() && target.path("$ref").asText().startsWith("#/")) {
      target = root.at(target.path("$ref").asText().substring(1));
    }
    return target;
  }

  private void types(JsonNode former, JsonNode next, String at) {
    if (!next.has("type")) {
      return;
    }
    Set<String> accepted = words(next.path("type"));
    if (accepted.contains("number")) {
      accepted.add("integer");
    }
    if (!former.has("type") || !accepted.containsAll(words(former.path("type")))) {
      faults.add(new FieldError(at + "/type", "A type was accepted that is not any more."));
    }
  }

  private void values(JsonNode former, JsonNode next, String at) {
    if (!next.has("enum")) {
      return;
    }
    Set<JsonNode> accepted = new HashSet<>();
    next.path("enum").forEach(accepted::add);
    Set<JsonNode> before = new HashSet<>();
    former.path("enum").forEach(before::add);
    if (before.isEmpty() || !accepted.containsAll(before)) {
      faults.add(new FieldError(at + "/enum", "A value was accepted that is not any more."));
    }
  }

  private void members(JsonNode former, JsonNode next, String at) {
    Set<String> required = words(next.path("required"));
    required.removeAll(words(former.path("required")));
    for (String name : required) {
      faults.add(new FieldError(at + "/required", name + " was not required."));
    }
    for (Map.Entry<String, JsonNode> member : next.path("properties").properties()) {
      JsonNode before = former.path("properties").path(member.getKey());
      if (!before.isMissingNode()) {
        compare(before, member.getValue(), at + "/properties/" + member.getKey());
      }
    }
    JsonNode more = next.path("additionalProperties");
    boolean closed = more.isBoolean() && !more.asBoolean();
    boolean wasClosed = former.path("additionalProperties").equals(more);
    if (closed && !wasClosed) {
      faults.add(new FieldError(at + "/additionalProperties", "More members were accepted."));
    }
    if (closed) {
      former
          .path("properties")
          .fieldNames()
          .forEachRemaining(
              name -> {
                if (!next.path("properties").has(name)) {
                  faults.add(new FieldError(at + "/properties", name + " was accepted."));
                }
              });
    }
    if (more.isObject()) {
      compare(former.path("additionalProperties"), more, at + "/additionalProperties");
    }
  }

  private void bounds(JsonNode former, JsonNode next, String at) {
    LOWEST.forEach(word -> bound(former, next, at, word, (was, is) -> is <= was));
    HIGHEST.forEach(word -> bound(former, next, at, word, (was, is) -> is >= was));
  }

  private void bound(
      JsonNode former, JsonNode next, String at, String word, BiPredicate<Double, Double> wider) {
    if (next.has(word)
        && (!former.has(word)
            || !wider.test(former.path(word).asDouble(), next.path(word).asDouble()))) {
      faults.add(new FieldError(at + "/" + word, "The limit is narrower than it was."));
    }
  }

  private void others(JsonNode former, JsonNode next, String at) {
    for (Map.Entry<String, JsonNode> member : next.properties()) {
      String word = member.getKey();
      if (!WORDS.contains(word)
          && !COMPARED.contains(word)
          && !LOWEST.contains(word)
          && !HIGHEST.contains(word)
          && !former.path(word).equals(member.getValue())) {
        faults.add(new FieldError(at + "/" + word, word + " must stay as it was."));
      }
    }
  }

  private static Set<String> words(JsonNode node) {
    Set<String> words = new HashSet<>();
    if (node.isTextual()) {
      words.add(node.asText());
    }
    for (JsonNode each : node.isArray() ? node : MissingNode.getInstance()) {
      words.add(each.asText());
    }
    return words;
  }
}
