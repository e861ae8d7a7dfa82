package io.flowmaster.integrations.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Where a Kamelet's template puts its properties.
 *
 * @param inPath in the address of an endpoint
 * @param elsewhere neither there nor in an endpoint's parameters: in an expression, a bean
 */
record KameletPlaces(Set<String> inPath, Set<String> elsewhere) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\??([A-Za-z0-9-]+)[^}]*}}");

  static KameletPlaces of(JsonNode template) {
    KameletPlaces places = new KameletPlaces(new TreeSet<>(), new TreeSet<>());
    places.visit("", template);
    return places;
  }

  private void visit(String name, JsonNode node) {
    if (node.isTextual()) {
      Set<String> found = name.equals("uri") || name.equals("to") ? inPath : elsewhere;
      PLACEHOLDER.matcher(node.asText()).results().forEach(hit -> found.add(hit.group(1)));
    } else if (node.isObject()) {
      node.properties()
          .forEach(
              member -> {
                if (!member.getKey().equals("parameters")) {
                  visit(member.getKey(), member.getValue());
                }
              });
    } else {
      node.forEach(item -> visit(name, item));
    }
  }
}
