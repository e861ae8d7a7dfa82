package io.flowmaster.events.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.platform.Problem.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Whether a schema that a stranger wrote is safe to check with: it knows no other document, no
 * circle, and stays small when every reference is written out.
 */
final class SchemaRules {
  static final int MOST_CHARACTERS = 65_536;
  private static final int DEEPEST = 40;
  private static final int MOST_STEPS = 5_000;
  private static final int LONGEST_PATTERN = 200;
  private static final Set<String> FORBIDDEN =
      Set.of("$dynamicRef", "$recursiveRef", "$id", "$anchor", "$dynamicAnchor", "$vocabulary");

  private final JsonNode root;
  private final List<FieldError> faults = new ArrayList<>();
  private final Set<String> open = new HashSet<>();
  private int steps;

  private SchemaRules(JsonNode root) {
    this.root = root;
  }

  static List<FieldError> faults(JsonNode schema) {
    if (!schema.isObject()) {
      return List.of(new FieldError("/schema", "A schema is a JSON object."));
    }
    if (schema.toString().length() > MOST_CHARACTERS) {
      return List.of(
          new FieldError("/schema", "A schema has at most " + MOST_CHARACTERS + " characters."));
    }
    SchemaRules rules = new SchemaRules(schema);
    rules.walk(schema, "/schema", 0);
    return rules.faults;
  }

  private boolean walk(JsonNode node, String pointer, int depth) {
    if (++steps > MOST_STEPS || depth > DEEPEST) {
      faults.add(
          new FieldError(
              pointer,
              "The schema is too deep, or too large when its references are written out."));
      return false;
    }
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      String at = pointer + "/" + member.getKey().replace("~", "~0").replace("/", "~1");
      boolean goOn = keyword(member.getKey(), member.getValue(), at, depth);
      if (!goOn || member.getValue().isContainerNode() && !walk(member.getValue(), at, depth + 1)) {
        return false;
      }
    }
    for (int i = 0; i < node.size() && node.isArray(); i++) {
      if (node.get(i).isContainerNode() && !walk(node.get(i), pointer + "/" + i, depth + 1)) {
        return false;
      }
    }
    return true;
  }

  private boolean keyword(String name, JsonNode value, String at, int depth) {
    if (FORBIDDEN.contains(name) && value.isTextual()) {
      faults.add(new FieldError(at, name + " is not supported."));
    } else if (name.equals("$ref") && value.isTextual()) {
      return reference(value.asText(), at, depth);
    } else if (name.equals("pattern") && value.isTextual()) {
      pattern(value.asText(), at);
    } else if (name.equals("patternProperties")) {
      value.fieldNames().forEachRemaining(pattern -> pattern(pattern, at));
    }
    return true;
  }

  private boolean reference(String reference, String at, int depth) {
    if (!reference.startsWith("#/")) {
      faults.add(new FieldError(at, "A schema refers only to its own parts: #/$defs/…"));
      return true;
    }
    JsonNode target;
    try {
      target = root.at(reference.substring(1));
    } catch (IllegalArgumentException e) {
      faults.add(new FieldError(at, "That is no JSON pointer."));
      return true;
    }
    if (target.isMissingNode()) {
      faults.add(new FieldError(at, "There is no such part."));
      return true;
    }
    if (!open.add(reference)) {
      faults.add(new FieldError(at, "A schema must not lead back to itself."));
      return false;
    }
    boolean goOn = walk(target, "/schema" + reference.substring(1), depth + 1);
    open.remove(reference);
    return goOn;
  }

  private void pattern(String pattern, String at) {
    try {
      Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      faults.add(new FieldError(at, "That is no regular expression: " + e.getDescription()));
    }
    if (pattern.length() > LONGEST_PATTERN) {
      faults.add(new FieldError(at, "A pattern has at most " + LONGEST_PATTERN + " characters."));
    }
  }
}
