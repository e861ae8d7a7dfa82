package io.flowmaster.tools.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** What the decisions of a DMN file want to know, as JSON Schema. */
final class DecisionInputs {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z0-9_]+)*");
  private static final Pattern QUOTED = Pattern.compile("\\s*\"([^\"]*)\"\\s*(,|$)");
  private final ObjectNode schema = FormSchemas.object();
  private final List<String> decisions = new ArrayList<>();

  private DecisionInputs() {}

  /** Of a file. */
  static DecisionInputs of(byte[] dmn) {
    DecisionInputs inputs = new DecisionInputs();
    ModelXml.root(dmn).ifPresent(inputs::read);
    return inputs;
  }

  /** Of all its decisions together; none is called required, for each decision needs others. */
  ObjectNode schema() {
    return schema;
  }

  /** The ids of the decisions. */
  List<String> decisions() {
    return decisions;
  }

  private void read(Element root) {
    List<Element> all = ModelXml.children(root, "decision");
    Set<String> computed = new HashSet<>();
    for (Element decision : all) {
      decisions.add(decision.getAttribute("id"));
      computed.add(decision.getAttribute("id"));
      computed.add(decision.getAttribute("name"));
      ModelXml.children(decision, "variable").forEach(v -> computed.add(v.getAttribute("name")));
      ModelXml.children(decision, "decisionTable").stream()
          .flatMap(table -> ModelXml.children(table, "output").stream())
          .forEach(output -> computed.add(output.getAttribute("name")));
    }
    all.stream()
        .flatMap(decision -> ModelXml.children(decision, "decisionTable").stream())
        .flatMap(table -> ModelXml.children(table, "input").stream())
        .forEach(input -> column(input, computed));
    ModelXml.children(root, "inputData").forEach(data -> data(data, computed));
  }

  private void column(Element input, Set<String> computed) {
    ModelXml.children(input, "inputExpression").stream()
        .findFirst()
        .ifPresent(
            expression -> {
              String name = ModelXml.text(expression, "text");
              if (NAME.matcher(name).matches() && !computed.contains(name.split("\\.")[0])) {
                ObjectNode value = value(name, input.getAttribute("label"));
                type(value, expression.getAttribute("typeRef"));
                ModelXml.children(input, "inputValues")
                    .forEach(allowed -> choices(value, ModelXml.text(allowed, "text")));
              }
            });
  }

  private void data(Element data, Set<String> computed) {
    Element variable = ModelXml.children(data, "variable").stream().findFirst().orElse(data);
    String name = variable.getAttribute("name");
    if (NAME.matcher(name).matches() && !computed.contains(name)) {
      type(value(name, ""), variable.getAttribute("typeRef"));
    }
  }

  private ObjectNode value(String path, String label) {
    ObjectNode at = schema;
    for (String name : path.split("\\.")) {
      at = at.withObjectProperty("properties").withObjectProperty(name);
    }
    if (!label.isEmpty() && !at.has("title")) {
      at.put("title", label);
    }
    return at;
  }

  private static void type(ObjectNode value, String type) {
    if (value.has("type") || value.has("properties")) {
      return;
    }
    switch (type.toLowerCase(Locale.ROOT)) {
      case "string" -> value.put("type", "string");
      case "boolean" -> value.put("type", "boolean");
      case "integer", "long" -> value.put("type", "integer");
      case "number", "double" -> value.put("type", "number");
      case "date" -> value.put("type", "string").put("format", "date");
      default -> {
        // Any: the decision says itself what it cannot work with.
      }
    }
  }

  private static void choices(ObjectNode value, String allowed) {
    List<String> found = new ArrayList<>();
    Matcher matcher = QUOTED.matcher(allowed);
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      found.add(matcher.group(1));
      end = matcher.end();
    }
    if (end == allowed.length() && !found.isEmpty() && !value.has("enum")) {
      found.forEach(value.putArray("enum")::add);
    }
  }
}
