package io.flowmaster.tasks.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an expression of a form sees: the form's data, and within a repeated part also {@code this},
 * {@code parent} and {@code i}.
 *
 * @param data all data of the form, as FEEL values
 * @param self the item that the expression stands in; the data itself outside of a repeated part
 * @param parent the scope around the item, null outside
 * @param positions the item's positions, counted from 1, outermost first
 */
record FormScope(
    Map<String, Object> data,
    @Nullable Object self,
    @Nullable Map<String, Object> parent,
    List<Integer> positions) {

  static FormScope of(JsonNode data) {
    Map<String, Object> values = FormFeel.object(data);
    return new FormScope(values, values, null, List.of());
  }

  FormScope item(JsonNode item, int index) {
    List<Integer> deeper = new ArrayList<>(positions);
    deeper.add(index + 1);
    Map<String, Object> around = new LinkedHashMap<>(special());
    if (self instanceof Map<?, ?> members) {
      members.forEach((name, value) -> around.put(String.valueOf(name), value));
    }
    return new FormScope(data, FormFeel.value(item), around, List.copyOf(deeper));
  }

  /** The variables; data wins over the special names, which stay reachable as {@code _this_}. */
  Map<String, Object> variables() {
    Map<String, Object> variables = new LinkedHashMap<>(special());
    variables.putAll(data);
    special().forEach((name, value) -> variables.put("_" + name + "_", value));
    return variables;
  }

  private Map<String, Object> special() {
    Map<String, Object> special = new LinkedHashMap<>();
    special.put("this", self);
    special.put("parent", parent);
    special.put("i", positions);
    return special;
  }
}
