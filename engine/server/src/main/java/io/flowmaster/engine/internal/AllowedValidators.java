package io.flowmaster.engine.internal;

import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidator;
import org.camunda.bpm.engine.impl.form.validator.FormValidators;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Validators of form fields by the Java classes that a model may name. */
class AllowedValidators extends FormValidators {
  private final Allowances allowances;

  AllowedValidators(Allowances allowances, FormValidators builtin) {
    this.allowances = allowances;
    builtin.getValidators().forEach(this::addValidator);
  }

  @Override
  public FormFieldValidator createValidator(
      Element constraint, BpmnParse parse, ExpressionManager expressions) {
    FormFieldValidator validator = super.createValidator(constraint, parse, expressions);
    String config = String.valueOf(constraint.attribute("config"));
    if (!"validator".equals(constraint.attribute("name")) || config.contains("{")) {
      return validator;
    }
    return (value, context) -> {
      if (!allowances.javaClass(Allowances.tenant(context.getVariableScope()), config)) {
        throw new PolicyRefusal(
            Violation.JAVA_CLASS,
            "The Java class %s is not allowed.".formatted(PolicyFindings.shown(config)));
      }
      return validator.validate(value, context);
    };
  }
}
