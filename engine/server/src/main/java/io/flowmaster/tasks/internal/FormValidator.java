package io.flowmaster.tasks.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flowmaster.platform.Problem.FieldError;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Checks what was entered in a form by the rules that form-js 1.23 applies in the browser, and
 * those that a browser cannot be trusted with: types, options, dates, read-only and hidden fields,
 * computed values. {@code forms/cases.json} is run against both.
 */
@Component
class FormValidator {
  /** The button that was pressed; it belongs to every form. */
  static final String OUTCOME = "outcome";

  private static final int MOST_ERRORS = 200;
  private final FormFeel feel;
  private final Clock clock;

  FormValidator(FormFeel feel, Clock clock) {
    this.feel = feel;
    this.clock = clock;
  }

  /**
   * What is wrong with a submission. Only the form's fields and {@code outcome} are taken: any
   * other variable is an error, unless it repeats the value that the context has.
   *
   * @param schema the form, a form-js JSON schema
   * @param submitted the entered values by key; a missing one keeps what the form was opened with
   * @param context the variables that the form was opened with
   * @return pointers into {@code /variables} with what to do, in the order of the form; empty when
   *     all is right
   */
  List<FieldError> validate(
      JsonNode schema, Map<String, JsonNode> submitted, Map<String, JsonNode> context) {
    ObjectNode before = object(context);
    FormEntry entry = new FormEntry(schema, object(submitted), before);
    List<FieldError> errors = new ArrayList<>(entry.errors());
    for (FormInput input : new FormScreen(schema, entry, feel).inputs()) {
      if (!input.disabled()) {
        for (String fault : FormChecks.faults(input, before, feel, clock)) {
          errors.add(new FieldError(input.path().pointer(), fault));
        }
      }
    }
    errors.addAll(entry.unknown(schema, Set.of(OUTCOME)));
    return List.copyOf(errors.subList(0, Math.min(errors.size(), MOST_ERRORS)));
  }

  /**
   * What of a valid submission may reach the process: visible fields that may be changed, computed
   * expressions, preset values, and {@code outcome}. Never what was sent for a hidden, disabled or
   * read-only field.
   */
  Map<String, JsonNode> accepted(
      JsonNode schema, Map<String, JsonNode> submitted, Map<String, JsonNode> context) {
    ObjectNode before = object(context);
    FormEntry entry = new FormEntry(schema, object(submitted), before);
    FormScreen screen = new FormScreen(schema, entry, feel);
    ObjectNode taken = before.objectNode();
    for (FormInput input : screen.inputs()) {
      boolean preset = input.path().in(before).isMissingNode() && input.field().has("defaultValue");
      boolean computed = input.type().equals("expression");
      if (!input.disabled() && (input.sent() || preset || computed)) {
        input.path().put(taken, FormTypes.stored(input.field(), input.value()));
      }
    }
    Map<String, JsonNode> accepted = new LinkedHashMap<>();
    taken
        .properties()
        .forEach(
            member ->
                accepted.put(
                    member.getKey(), merged(before.path(member.getKey()), member.getValue())));
    emptiedLists(schema, submitted, accepted);
    if (submitted.containsKey(OUTCOME)) {
      accepted.putIfAbsent(OUTCOME, submitted.get(OUTCOME));
    }
    return accepted;
  }

  /** A list whose rows were all removed has no inputs any more, and is empty then. */
  private static void emptiedLists(
      JsonNode schema, Map<String, JsonNode> submitted, Map<String, JsonNode> accepted) {
    for (JsonNode field : schema.path("components")) {
      String key = FormKind.way(field);
      JsonNode sent = submitted.get(key);
      if (FormKind.of(field) == FormKind.LIST && sent != null && sent.isArray() && sent.isEmpty()) {
        accepted.put(key, sent);
      }
    }
  }

  /** An object keeps the members that the form does not show; anything else is replaced. */
  private static JsonNode merged(JsonNode before, JsonNode taken) {
    if (taken.isObject() && before.isObject()) {
      ObjectNode merged = ((ObjectNode) before).deepCopy();
      taken
          .properties()
          .forEach(m -> merged.set(m.getKey(), merged(before.path(m.getKey()), m.getValue())));
      return merged;
    }
    if (taken.isArray() && before.isArray()) {
      ArrayNode merged = JsonNodeFactory.instance.arrayNode();
      for (int i = 0; i < taken.size(); i++) {
        merged.add(merged(before.path(i), taken.get(i)));
      }
      return merged;
    }
    return taken;
  }

  private static ObjectNode object(Map<String, JsonNode> members) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    members.forEach(
        (name, value) -> object.set(name, value == null ? NullNode.getInstance() : value));
    return object;
  }
}
