package io.flowmaster.engine.internal;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/** What a BPMN file must not do. */
final class BpmnPolicy extends PolicyReader {
  private static final Set<String> EXTENSIONS =
      Set.of("http://camunda.org/schema/1.0/bpmn", "http://activiti.org/bpmn");
  private static final Set<String> CLASSES =
      Set.of("class", "variableMappingClass", "formHandlerClass");
  private static final Set<String> DELEGATES =
      Set.of("delegateExpression", "variableMappingDelegateExpression");
  private static final Set<String> TASK_TYPES = Set.of("mail", "shell");

  /** Elements whose name the engine evaluates; elsewhere it is a text for people. */
  private static final Set<String> EVALUATED_NAMES =
      Set.of("userTask", "message", "signal", "escalation", "error");

  /** Elements whose text, or whose attributes, are for people or for workers only. */
  private static final Set<String> NOTES = Set.of("text", "property");

  private static final Set<String> PARTS =
      Set.of("conditionExpression", "condition", "multiInstanceLoopCharacteristics");

  private boolean connectorNamed;

  BpmnPolicy(PolicyFindings findings) {
    super(findings);
  }

  @Override
  protected boolean hasKnownId(Open element) {
    boolean part =
        PARTS.contains(element.name())
            || element.name().startsWith("time")
            || element.name().endsWith("EventDefinition")
                && within("process")
                && !"definitions".equals(parentOf(element));
    return !isExtension(element.uri()) && !part;
  }

  private @Nullable String parentOf(Open element) {
    Open parent = parent();
    return parent == null ? null : parent.name();
  }

  @Override
  protected void begun(Open element) {
    boolean extension = isExtension(element.uri());
    if (extension && element.name().equals("connector")) {
      connectorNamed = false;
    }
    Attributes attributes = element.attributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      boolean extended =
          isExtension(attributes.getURI(i)) || extension && attributes.getURI(i).isEmpty();
      attribute(element, attributes.getLocalName(i), attributes.getValue(i), extended);
    }
    if (extension
        && element.name().equals("constraint")
        && "validator".equals(element.attribute("name"))) {
      validator(String.valueOf(element.attribute("config")));
    }
  }

  private void attribute(Open element, String name, String value, boolean extended) {
    if (extended && CLASSES.contains(name)) {
      findings.javaClass(here(), value);
    } else if (extended && DELEGATES.contains(name)) {
      findings.delegate(here(), value);
    } else if (extended && name.equals("type") && TASK_TYPES.contains(lower(value))) {
      findings.connector(here(), lower(value));
    } else if (name.equals("scriptFormat") || name.equals("language") && isCondition(element)) {
      findings.language(here(), value);
    } else if (extended && name.equals("resource")) {
      resource(value);
    } else if (name.equals("name") ? EVALUATED_NAMES.contains(element.name()) : !note(element)) {
      findings.juel(here(), value);
    }
  }

  /** A script in a file: only one of the same deployment. */
  private void resource(String value) {
    if (!value.startsWith("deployment://")) {
      findings.refuse(
          here(),
          Violation.SCRIPT,
          "The script resource %s is not allowed. Deploy the script with the model and name it by deployment://."
              .formatted(PolicyFindings.shown(value)));
    }
  }

  private void validator(String config) {
    if (config.contains("{")) {
      findings.delegate(here(), config);
    } else {
      findings.javaClass(here(), config);
    }
  }

  @Override
  protected void ended(Open element) {
    boolean extension = isExtension(element.uri());
    if (extension && element.name().equals("connectorId")) {
      connectorNamed = true;
      findings.connector(here(), element.text());
    } else if (extension && element.name().equals("connector") && !connectorNamed) {
      findings.connector(here(), "without an id");
    } else if (isScript(element, extension)) {
      script(element);
    } else if (!note(element)) {
      findings.juel(here(), element.text());
    }
  }

  private void script(Open element) {
    String format = format(element);
    boolean feel = format != null && lower(format).contains("feel");
    if (feel) {
      findings.feel(here(), element.text(), false);
    } else {
      findings.juel(here(), element.text());
    }
  }

  /** The language of a script task is at the task, of others at the element itself. */
  private @Nullable String format(Open element) {
    if (isCondition(element)) {
      return element.attribute("language");
    }
    Open parent = parent();
    boolean ofTask = !isExtension(element.uri()) && parent != null;
    return ofTask ? parent.attribute("scriptFormat") : element.attribute("scriptFormat");
  }

  private static boolean isScript(Open element, boolean extension) {
    return element.name().equals("script") || !extension && isCondition(element);
  }

  private static boolean isCondition(Open element) {
    return element.name().equals("conditionExpression") || element.name().equals("condition");
  }

  private boolean note(Open element) {
    if (element.name().equals("documentation")) {
      return !"userTask".equals(parentOf(element));
    }
    return NOTES.contains(element.name());
  }

  private static boolean isExtension(String uri) {
    return EXTENSIONS.contains(uri);
  }

  private static String lower(String text) {
    return text.strip().toLowerCase(java.util.Locale.ROOT);
  }
}
