package io.flowmaster.tasks.internal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.form.FormField;
import org.camunda.bpm.engine.form.FormFieldValidationConstraint;
import org.jspecify.annotations.Nullable;

/** Shows a {@code camunda:formData} form as a form-js schema with the same fields and rules. */
final class CamundaGeneratedForms {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private CamundaGeneratedForms() {}

  /**
   * @param fields the form's fields as the engine reads them
   * @param id the schema's id, the task's key for example
   */
  static ObjectNode toFormJs(List<FormField> fields, String id) {
    ObjectNode schema = JSON.objectNode();
    schema.put("type", "default").put("id", id).put("schemaVersion", 19);
    var components = schema.putArray("components");
    fields.forEach(field -> components.add(component(field)));
    return schema;
  }

  private static ObjectNode component(FormField field) {
    ObjectNode component = JSON.objectNode();
    component.put("id", field.getId()).put("key", field.getId());
    component.put("label", field.getLabel() == null ? field.getId() : field.getLabel());
    type(component, field);
    preset(component, field.getValue() == null ? null : field.getValue().getValue());
    ObjectNode rules = JSON.objectNode();
    for (FormFieldValidationConstraint constraint : field.getValidationConstraints()) {
      constrain(component, rules, constraint);
    }
    if (!rules.isEmpty()) {
      component.set("validate", rules);
    }
    return component;
  }

  private static void type(ObjectNode component, FormField field) {
    switch (field.getTypeName()) {
      case "boolean" -> component.put("type", "checkbox");
      case "long" -> component.put("type", "number").put("decimalDigits", 0);
      case "date" -> component.put("type", "datetime").put("subtype", "date");
      case "enum" -> options(component.put("type", "select"), field);
      default -> component.put("type", "textfield");
    }
  }

  private static void options(ObjectNode component, FormField field) {
    var values = component.putArray("values");
    if (field.getType().getInformation("values") instanceof Map<?, ?> options) {
      options.forEach(
          (value, label) ->
              values
                  .addObject()
                  .put("value", String.valueOf(value))
                  .put("label", label == null ? String.valueOf(value) : label.toString()));
    }
  }

  private static void preset(ObjectNode component, @Nullable Object value) {
    if (value instanceof Boolean flag) {
      component.put("defaultValue", flag);
    } else if (value instanceof Number number) {
      component.put("defaultValue", new BigDecimal(number.toString()));
    } else if (value instanceof Date date) {
      LocalDate day =
          LocalDateTime.ofInstant(date.toInstant(), ZoneId.systemDefault()).toLocalDate();
      component.put("defaultValue", day.toString());
    } else if (value != null && !value.toString().isEmpty()) {
      component.put("defaultValue", value.toString());
    }
  }

  private static void constrain(
      ObjectNode component, ObjectNode rules, FormFieldValidationConstraint constraint) {
    Object configured = constraint.getConfiguration();
    boolean on = configured == null || !configured.toString().equals("false");
    switch (constraint.getName()) {
      case "required" -> rules.put("required", on);
      case "readonly" -> component.put("readonly", on);
      case "min", "max" -> number(rules, constraint.getName(), configured);
      case "minlength" -> number(rules, "minLength", configured);
      case "maxlength" -> number(rules, "maxLength", configured);
      default -> {}
    }
  }

  private static void number(ObjectNode rules, String rule, @Nullable Object configured) {
    BigDecimal limit =
        configured == null ? null : FormTypes.decimal(JSON.textNode(configured.toString()));
    if (limit != null) {
      rules.put(rule, limit);
    }
  }
}
