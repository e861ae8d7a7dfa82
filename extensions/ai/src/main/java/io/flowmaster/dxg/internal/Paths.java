package io.flowmaster.dxg.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Values below names with dots, and the words that names are made of. */
final class Paths {
  private static final int DEEPEST = 4;
  private static final int MOST = 500;

  private Paths() {}

  /** What stands at a path; missing when nothing does. */
  static JsonNode at(Map<String, JsonNode> values, String path) {
    String[] names = path.split("\\.");
    JsonNode found = values.getOrDefault(names[0], MissingNode.getInstance());
    for (int i = 1; i < names.length; i++) {
      found = found.path(names[i]);
    }
    return found;
  }

  /** Whether there is something to be read. */
  static boolean isGiven(JsonNode value) {
    return !(value.isMissingNode()
        || value.isNull()
        || (value.isTextual() && value.textValue().isBlank())
        || (value.isContainerNode() && value.isEmpty()));
  }

  /** All values that are no objects, by path. */
  static Map<String, JsonNode> flat(Map<String, JsonNode> values) {
    Map<String, JsonNode> flat = new LinkedHashMap<>();
    values.forEach((name, value) -> flatten(name, value, 1, flat));
    return flat;
  }

  private static void flatten(String path, JsonNode value, int depth, Map<String, JsonNode> into) {
    if (into.size() >= MOST) {
      return;
    }
    if (value.isObject() && depth < DEEPEST) {
      value
          .properties()
          .forEach(each -> flatten(path + "." + each.getKey(), each.getValue(), depth + 1, into));
    } else if (isGiven(value)) {
      into.put(path, value);
    }
  }

  /** The words of a name: {@code customer.billingAddress} is customer, billing, address. */
  static Set<String> words(String name) {
    Set<String> words = new LinkedHashSet<>();
    String spaced =
        name.replaceAll("(\\p{Ll}|\\d)(\\p{Lu})", "$1 $2")
            .replaceAll("(\\p{Lu})(\\p{Lu}\\p{Ll})", "$1 $2");
    for (String word : spaced.split("[^\\p{L}\\p{N}]+")) {
      if (!word.isEmpty()) {
        words.add(word.toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }

  /** A name as people would write it: {@code billingAddress} is Billing address. */
  static String spoken(String name) {
    String words = String.join(" ", words(name));
    return words.isEmpty()
        ? name
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
