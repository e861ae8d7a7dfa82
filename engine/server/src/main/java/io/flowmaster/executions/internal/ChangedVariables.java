package io.flowmaster.executions.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.flowmaster.engine.EngineVariables;
import io.flowmaster.executions.VariableChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sets and removes variables of a whole process, and says what that changes. */
@Component
class ChangedVariables {
  /** A larger value is kept in the history of variables, not once more beside the change. */
  private static final int LARGEST = 16_384;

  private final RuntimeService runtime;
  private final EngineVariables variables;

  ChangedVariables(RuntimeService runtime, EngineVariables variables) {
    this.runtime = runtime;
    this.variables = variables;
  }

  /**
   * What would change; a variable that has the value already is left out.
   *
   * @param wanted null for one to be removed
   */
  List<VariableChange> difference(
      String execution, Map<String, ? extends @Nullable TypedValue> wanted) {
    if (wanted.isEmpty()) {
      return List.of();
    }
    VariableMap present = present(execution, wanted.keySet());
    List<VariableChange> changes = new ArrayList<>();
    wanted.forEach(
        (name, value) -> {
          JsonNode old = present.containsKey(name) ? json(present.getValueTyped(name)) : null;
          JsonNode changed = value == null ? null : json(value);
          if (old == null ? changed != null : !old.equals(changed)) {
            changes.add(new VariableChange(name, shown(old), shown(changed)));
          }
        });
    return changes;
  }

  /** Makes the values so. */
  void apply(String execution, Map<String, ? extends @Nullable TypedValue> wanted) {
    Map<String, Object> set = new LinkedHashMap<>();
    List<String> removed = new ArrayList<>();
    wanted.forEach(
        (name, value) -> {
          if (value == null) {
            removed.add(name);
          } else {
            set.put(name, value);
          }
        });
    if (!set.isEmpty()) {
      runtime.setVariables(execution, set);
    }
    if (!removed.isEmpty()) {
      runtime.removeVariables(execution, removed);
    }
  }

  /** The changes as the history shows them: of large values only the size. */
  static List<Map<String, @Nullable Object>> detail(List<VariableChange> changes) {
    return changes.stream()
        .map(
            change -> {
              Map<String, @Nullable Object> members = new LinkedHashMap<>();
              members.put("variable", change.name());
              put(members, "old", change.old());
              put(members, "new", change.changed());
              return members;
            })
        .toList();
  }

  private static void put(
      Map<String, @Nullable Object> members, String name, @Nullable JsonNode value) {
    if (value == null) {
      return;
    }
    int size = value.toString().length();
    if (size > LARGEST) {
      members.put(name + "Size", size);
    } else {
      members.put(name, value);
    }
  }

  private JsonNode json(TypedValue value) {
    return variables.toJson(value);
  }

  private VariableMap present(String execution, Collection<String> names) {
    return runtime.getVariablesLocalTyped(execution, List.copyOf(names), false);
  }

  /** A value without a JSON form, as a file, is there but not shown. */
  private static @Nullable JsonNode shown(@Nullable JsonNode value) {
    return value == null || value.isMissingNode() ? null : value;
  }
}
