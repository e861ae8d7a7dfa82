package io.flowmaster.rules;

import io.flowmaster.testing.Answer;
import io.flowmaster.testing.Caller;
import io.flowmaster.testing.Names;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rule sets for tests, as a caller sends them. */
final class RuleFixtures {
  private RuleFixtures() {}

  static String key() {
    return Names.unique("rules").replace('-', '_');
  }

  /** A required decision (tier) and a table that uses it (the key). */
  static String pricing(String key) {
    try (InputStream file = RuleFixtures.class.getResourceAsStream("/rules/pricing.dmn")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("KEY", key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<String, Object> table(String hitPolicy, String type, String... rules) {
    List<Object> rows = new ArrayList<>();
    for (String rule : rules) {
      String[] cells = rule.split(" -> ");
      rows.add(Map.of("inputs", List.of(cells[0]), "outputs", List.of(cells[1])));
    }
    Map<String, Object> table = new LinkedHashMap<>();
    String[] policy = hitPolicy.split("/");
    table.put("hitPolicy", policy[0]);
    if (policy.length > 1) {
      table.put("aggregation", policy[1]);
    }
    table.put("inputs", List.of(Map.of("label", "X", "expression", "x", "type", type)));
    table.put("outputs", List.of(Map.of("name", "y")));
    table.put("rules", rows);
    return table;
  }

  static String literal(String key, String expression) {
    return """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d_%1$s" name="n" namespace="t">
          <decision id="%1$s" name="L"><variable name="y"/><literalExpression id="le"><text>%2$s</text></literalExpression></decision>
        </definitions>
        """
        .formatted(key, expression.replace("&", "&amp;").replace("<", "&lt;"));
  }

  static Answer create(Caller caller, String key, Object model) {
    String part = model instanceof String ? "dmnXml" : "table";
    return caller.post("/rules", Map.of("name", "Rules " + key, "key", key, part, model));
  }

  static String created(Caller caller, String key, Object model) {
    return create(caller, key, model).expect(201).at("/id");
  }

  static String published(Caller caller, String key, Object model) {
    String id = created(caller, key, model);
    caller.post("/rules/" + id + "/publish").expect(201);
    return id;
  }

  static Answer evaluate(Caller caller, String id, Map<String, ?> variables) {
    return caller.post("/rules/" + id + "/evaluate", Map.of("variables", variables));
  }
}
