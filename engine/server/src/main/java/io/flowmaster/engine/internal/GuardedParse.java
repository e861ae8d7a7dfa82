package io.flowmaster.engine.internal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.impl.bpmn.behavior.TaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.bpmn.parser.FieldDeclaration;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.xml.Attribute;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.DirectFieldAccessor;

/**
 * Reads a model that was deployed before today's policy, or past it: its mail and shell tasks
 * refuse to run, and the Java classes that it names are not even looked up.
 */
class GuardedParse extends BpmnParse {
  private static final String FORM_HANDLER = "formHandlerClass";
  private static final Set<String> CLASSES = Set.of("class", "variableMappingClass");
  private final Allowances allowances;

  GuardedParse(BpmnParser parser, Allowances allowances) {
    super(parser);
    this.allowances = allowances;
  }

  @Override
  protected void parseRootElement() {
    disarm(rootElement);
    super.parseRootElement();
  }

  @SuppressWarnings("unchecked")
  private void disarm(Element element) {
    Object given = new DirectFieldAccessor(element).getPropertyValue("attributeMap");
    Map<String, Attribute> attributes = (Map<String, Attribute>) Objects.requireNonNull(given);
    // The engine makes an object of a form handler while it reads; without one it has its own.
    attributes.values().removeIf(each -> isNamed(each, FORM_HANDLER) && !allowed(each));
    for (Attribute attribute : attributes.values()) {
      boolean names =
          !attribute.getValue().isBlank()
              && CLASSES.stream().anyMatch(name -> isNamed(attribute, name));
      if (names && !allowed(attribute)) {
        attribute.setValue(refusal(attribute.getValue()));
      }
    }
    element.elements().forEach(this::disarm);
  }

  private static boolean isNamed(Attribute attribute, String name) {
    return attribute.getName().equals(name) || attribute.getName().endsWith(":" + name);
  }

  private boolean allowed(Attribute attribute) {
    return allowances.javaClass(deployment.getTenantId(), attribute.getValue());
  }

  /** No class has such a name, and the engine repeats it when it finds none. */
  private static String refusal(String className) {
    return Violation.message(
        Violation.JAVA_CLASS, "The Java class %s is not allowed.".formatted(className));
  }

  @Override
  protected void parseEmailServiceTask(
      ActivityImpl activity, Element task, List<FieldDeclaration> fields) {
    if (runs("mail", activity)) {
      super.parseEmailServiceTask(activity, task, fields);
    }
  }

  @Override
  protected void parseShellServiceTask(
      ActivityImpl activity, Element task, List<FieldDeclaration> fields) {
    if (runs("shell", activity)) {
      super.parseShellServiceTask(activity, task, fields);
    }
  }

  private boolean runs(String type, ActivityImpl activity) {
    if (allowances.connector(deployment.getTenantId(), type)) {
      return true;
    }
    activity.setActivityBehavior(new Refused(type));
    return false;
  }

  private static final class Refused extends TaskActivityBehavior {
    private final String type;

    Refused(String type) {
      this.type = type;
    }

    @Override
    protected void performExecution(ActivityExecution execution) {
      throw new PolicyRefusal(
          Violation.CONNECTOR, "The task type \"%s\" is not allowed.".formatted(type));
    }
  }
}
