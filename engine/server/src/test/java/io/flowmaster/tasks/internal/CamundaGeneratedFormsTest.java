package io.flowmaster.tasks.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.form.FormField;
import org.camunda.bpm.engine.form.FormFieldValidationConstraint;
import org.camunda.bpm.engine.form.FormType;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;

class CamundaGeneratedFormsTest {

  @Test
  void eachTypeHasItsComponent() {
    assertThat(component(field("string")).path("type").asText()).isEqualTo("textfield");
    assertThat(component(field("boolean")).path("type").asText()).isEqualTo("checkbox");
    assertThat(component(field("long")).path("decimalDigits").asInt(-1)).isZero();
    assertThat(component(field("date")).path("subtype").asText()).isEqualTo("date");
  }

  @Test
  void anEnumIsASelectWithItsValues() {
    FormField field = field("enum");
    when(field.getType().getInformation("values")).thenReturn(Map.of("eu", "Europe"));
    JsonNode select = component(field);
    assertThat(select.path("type").asText()).isEqualTo("select");
    assertThat(select.at("/values/0/value").asText()).isEqualTo("eu");
    assertThat(select.at("/values/0/label").asText()).isEqualTo("Europe");
  }

  @Test
  void constraintsBecomeRules() {
    FormField field = field("string");
    List<FormFieldValidationConstraint> constraints =
        List.of(
            constraint("required", null),
            constraint("minlength", "3"),
            constraint("maxlength", "9"),
            constraint("readonly", "true"));
    when(field.getValidationConstraints()).thenReturn(constraints);
    JsonNode component = component(field);
    assertThat(component.at("/validate/required").asBoolean()).isTrue();
    assertThat(component.at("/validate/minLength").asInt()).isEqualTo(3);
    assertThat(component.at("/validate/maxLength").asInt()).isEqualTo(9);
    assertThat(component.path("readonly").asBoolean()).isTrue();
  }

  @Test
  void aDefaultValueIsPreset() {
    FormField field = field("long");
    when(field.getValue()).thenReturn(Variables.longValue(7L));
    assertThat(component(field).path("defaultValue").asInt()).isEqualTo(7);
  }

  private static JsonNode component(FormField field) {
    return CamundaGeneratedForms.toFormJs(List.of(field), "form").at("/components/0");
  }

  private static FormField field(String type) {
    FormField field = mock(FormField.class);
    FormType formType = mock(FormType.class);
    when(field.getId()).thenReturn("amount");
    when(field.getLabel()).thenReturn("Amount");
    when(field.getTypeName()).thenReturn(type);
    when(field.getType()).thenReturn(formType);
    when(field.getValidationConstraints()).thenReturn(List.of());
    return field;
  }

  private static FormFieldValidationConstraint constraint(String name, Object configuration) {
    FormFieldValidationConstraint constraint = mock(FormFieldValidationConstraint.class);
    when(constraint.getName()).thenReturn(name);
    when(constraint.getConfiguration()).thenReturn(configuration);
    return constraint;
  }
}
