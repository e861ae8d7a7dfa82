package io.flowmaster.tasks.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.platform.Problem.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What was there when the form was opened, with what was entered on top of it. Values for fields
 * that are disabled, read-only or computed are passed over.
 */
final class FormEntry {
  private static final int MOST_ITEMS = 1_000;
  private static final int MOST_INPUTS = 10_000;
  private static final int DEEPEST = 20;
  private final ObjectNode context;
  private final ObjectNode submitted;
  private final ObjectNode data;
  private final Set<FormPath> sent = new HashSet<>();
  private final List<FieldError> errors = new ArrayList<>();
  private int inputs;

  FormEntry(JsonNode schema, ObjectNode submitted, ObjectNode context) {
    this.context = context;
    this.submitted = submitted;
    this.data = context.deepCopy();
    fill(schema.path("components"), FormPath.ROOT, 0);
  }

  /** All values, of hidden fields too; the caller may change it. */
  ObjectNode data() {
    return data;
  }

  /** Where the submission does not have the form's shape. */
  List<FieldError> errors() {
    return errors;
  }

  boolean sent(FormPath path) {
    return sent.contains(path);
  }

  /** What a field held when the form was opened. */
  JsonNode before(JsonNode field, FormPath path) {
    JsonNode stored = path.in(context);
    if (!stored.isMissingNode()) {
      return FormTypes.sanitized(field, stored, context);
    }
    JsonNode preset = field.path("defaultValue");
    return preset.isMissingNode() ? FormTypes.nothing(field) : preset;
  }

  private void fill(JsonNode components, FormPath at, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    for (JsonNode field : components) {
      FormPath path = at.down(FormKind.way(field));
      switch (FormKind.of(field)) {
        case INPUT -> input(field, path);
        case GROUP -> group(field, path, depth);
        case LIST -> list(field, path, depth);
        default -> {}
      }
    }
  }

  private void input(JsonNode field, FormPath path) {
    if (++inputs > MOST_INPUTS || path.segments().isEmpty()) {
      return;
    }
    JsonNode entered = path.in(submitted);
    boolean writable =
        !FormText.truthy(field.path("disabled"))
            && !field.path("readonly").asBoolean(false)
            && !field.path("type").asText().equals("expression");
    if (writable && !entered.isMissingNode()) {
      path.put(data, entered);
      sent.add(path);
    } else {
      path.put(data, before(field, path));
    }
  }

  private void group(JsonNode field, FormPath path, int depth) {
    JsonNode entered = path.in(submitted);
    if (!path.segments().isEmpty() && !entered.isMissingNode() && !entered.isObject()) {
      errors.add(new FieldError(path.pointer(), "Send an object with the fields of this group."));
    }
    fill(field.path("components"), path, depth + 1);
  }

  private void list(JsonNode field, FormPath path, int depth) {
    if (path.segments().isEmpty()) {
      return;
    }
    JsonNode stored = path.in(context);
    int before = stored.isArray() ? stored.size() : field.path("defaultRepetitions").asInt(1);
    int count = count(field, path, before);
    ArrayNode items = context.arrayNode();
    for (int i = 0; i < count; i++) {
      JsonNode item = stored.path(i);
      items.add(item.isObject() ? item.deepCopy() : context.objectNode());
    }
    path.put(data, items);
    for (int i = 0; i < count; i++) {
      fill(field.path("components"), path.item(i), depth + 1);
    }
  }

  private int count(JsonNode field, FormPath path, int before) {
    JsonNode entered = path.in(submitted);
    if (entered.isMissingNode() || entered.isNull()) {
      return Math.max(0, Math.min(before, MOST_ITEMS));
    }
    String fault = fault(field, entered, before);
    if (fault != null) {
      errors.add(new FieldError(path.pointer(), fault));
      return 0;
    }
    return entered.size();
  }

  private static @org.jspecify.annotations.Nullable String fault(
      JsonNode field, JsonNode entered, int before) {
    if (!entered.isArray()) {
      return "Send a list of objects, one for each row.";
    }
    if (entered.size() > MOST_ITEMS) {
      return "Send at most " + MOST_ITEMS + " rows.";
    }
    if (!field.path("allowAddRemove").asBoolean(true) && entered.size() != before) {
      return "Send exactly " + before + " rows: rows cannot be added or removed here.";
    }
    for (JsonNode item : entered) {
      if (!item.isObject()) {
        return "Send a list of objects, one for each row.";
      }
    }
    return null;
  }

  /** Members of the submission that no field of the form stands for, as pointers. */
  List<FieldError> unknown(JsonNode schema, Set<String> alsoKnown) {
    ObjectNode known = context.objectNode();
    roots(schema.path("components"), FormPath.ROOT, known, 0);
    List<FieldError> unknown = new ArrayList<>();
    submitted
        .properties()
        .forEach(
            member -> {
              JsonNode stored = context.path(member.getKey());
              if (!known.has(member.getKey())
                  && !alsoKnown.contains(member.getKey())
                  && !FormOptions.same(stored, member.getValue())) {
                unknown.add(
                    new FieldError(
                        FormPath.ROOT.member(member.getKey()).pointer(),
                        "The form has no such field. Leave it out."));
              }
            });
    return unknown;
  }

  private static void roots(JsonNode components, FormPath at, ObjectNode known, int depth) {
    for (JsonNode field : components) {
      FormKind kind = FormKind.of(field);
      FormPath path = at.down(FormKind.way(field));
      if (kind != FormKind.NONE && !path.segments().isEmpty()) {
        known.put(path.segments().get(0).toString(), true);
      } else if (kind == FormKind.GROUP && depth < DEEPEST) {
        roots(field.path("components"), path, known, depth + 1);
      }
    }
  }
}
