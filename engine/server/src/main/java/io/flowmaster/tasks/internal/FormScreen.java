package io.flowmaster.tasks.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A form as it stands on the screen after somebody filled it in: what is visible, what may be
 * changed, and the expressions' values. Follows form-js 1.23: conditions first see the data of all
 * fields, then only of those that stayed visible.
 */
final class FormScreen {
  private static final int ROUNDS = 5;
  private final JsonNode components;
  private final FormFeel feel;
  private final FormEntry entry;
  private final ObjectNode data;
  private final Set<FormPath> settled = new HashSet<>();
  private final List<FormInput> inputs = new ArrayList<>();

  FormScreen(JsonNode schema, FormEntry entry, FormFeel feel) {
    this.components = schema.path("components");
    this.entry = entry;
    this.feel = feel;
    this.data = entry.data();
    settle();
  }

  /** The visible inputs, in the order of the form. */
  List<FormInput> inputs() {
    return inputs;
  }

  /** Expressions may depend on each other: they are evaluated until nothing changes any more. */
  private void settle() {
    boolean changed = true;
    for (int round = 0; changed && round < ROUNDS; round++) {
      inputs.clear();
      FormScope scope = FormScope.of(visibleData());
      visible(components, FormPath.ROOT, scope, inputs::add);
      changed = false;
      for (FormInput input : inputs) {
        changed |= settle(input);
      }
    }
  }

  private boolean settle(FormInput input) {
    if (input.type().equals("expression")) {
      JsonNode computed = feel.evaluate(input.field().path("expression"), input.scope());
      boolean differs = !FormOptions.same(computed, input.value());
      input.path().put(data, computed);
      return differs;
    }
    JsonNode readonly = input.field().path("readonly");
    if (input.sent() && feel.holds(readonly, input.scope()) && settled.add(input.path())) {
      input.path().put(data, entry.before(input.field(), input.path()));
      return true;
    }
    return false;
  }

  private ObjectNode visibleData() {
    ObjectNode visible = data.deepCopy();
    hide(components, FormPath.ROOT, FormScope.of(data), false, visible);
    return visible;
  }

  private void hide(
      JsonNode siblings, FormPath at, FormScope scope, boolean within, ObjectNode visible) {
    for (JsonNode field : siblings) {
      FormKind kind = FormKind.of(field);
      boolean hidden = within || hidden(field, scope);
      FormPath path = at.down(FormKind.way(field));
      if (kind == FormKind.GROUP) {
        hide(field.path("components"), path, scope, hidden, visible);
      } else if (kind != FormKind.NONE && hidden) {
        path.put(visible, MissingNode.getInstance());
      } else if (kind == FormKind.LIST) {
        JsonNode items = path.in(data);
        for (int i = 0; i < items.size(); i++) {
          FormScope inner = scope.item(items.get(i), i);
          hide(field.path("components"), path.item(i), inner, false, visible);
        }
      }
    }
  }

  private void visible(
      JsonNode siblings, FormPath at, FormScope scope, Consumer<FormInput> consumer) {
    for (JsonNode field : siblings) {
      FormKind kind = FormKind.of(field);
      if (kind == FormKind.NONE || hidden(field, scope)) {
        continue;
      }
      FormPath path = at.down(FormKind.way(field));
      JsonNode value = path.in(data);
      if (kind == FormKind.INPUT) {
        boolean sent = entry.sent(path) && !settled.contains(path);
        consumer.accept(new FormInput(field, path, value, sent, scope));
      } else if (kind == FormKind.GROUP) {
        visible(field.path("components"), path, scope, consumer);
      } else {
        for (int i = 0; i < value.size(); i++) {
          FormScope inner = scope.item(value.get(i), i);
          visible(field.path("components"), path.item(i), inner, consumer);
        }
      }
    }
  }

  private boolean hidden(JsonNode field, FormScope scope) {
    return feel.holds(field.path("conditional").path("hide"), scope);
  }
}
