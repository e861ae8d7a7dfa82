package io.flowmaster.executions.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A growing {@code where} clause with its named parameters. */
final class Condition {
  private final List<String> parts = new ArrayList<>();
  private final Map<String, Object> parameters = new LinkedHashMap<>();

  Condition and(String sql) {
    parts.add("(" + sql + ")");
    return this;
  }

  /** Adds the clause, with {@code ?} standing for the value, when there is a value. */
  Condition andIf(@Nullable Object value, String sql) {
    return value == null ? this : and(sql.replace("?", bind(value)));
  }

  /** The placeholder for a new parameter. */
  String bind(Object value) {
    String name = "c" + parameters.size();
    parameters.put(name, value);
    return ":" + name;
  }

  String sql() {
    return String.join(" and ", parts);
  }

  Map<String, Object> parameters() {
    return parameters;
  }
}
