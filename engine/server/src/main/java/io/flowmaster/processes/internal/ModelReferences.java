package io.flowmaster.processes.internal;

import io.flowmaster.processes.ModelReference;
import io.flowmaster.processes.ModelReference.Direction;
import io.flowmaster.processes.ModelReference.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads out of a model what it refers to beyond its own file. */
final class ModelReferences {
  private final ModelDocument model;
  private final List<ModelReference> found = new ArrayList<>();

  private ModelReferences(ModelDocument model) {
    this.model = model;
  }

  /** All references, in the order of the file. */
  static List<ModelReference> of(ModelDocument model) {
    ModelReferences references = new ModelReferences(model);
    model.running().stream().flatMap(ModelElement::tree).forEach(references::read);
    return references.found;
  }

  private void read(ModelElement element) {
    switch (element.name()) {
      case "callActivity" ->
          add(Type.PROCESS, element.attribute("calledElement"), element, Direction.OUT);
      case "businessRuleTask" ->
          add(Type.DECISION, element.camunda("decisionRef"), element, Direction.OUT);
      case "startEvent", "userTask" -> add(Type.FORM, form(element), element, Direction.OUT);
      case "receiveTask" ->
          add(
              Type.MESSAGE,
              named("message", element.attribute("messageRef")),
              element,
              Direction.IN);
      case "messageEventDefinition" -> event(element, Type.MESSAGE, "name", "messageRef");
      case "signalEventDefinition" -> event(element, Type.SIGNAL, "name", "signalRef");
      case "errorEventDefinition" -> event(element, Type.ERROR, "errorCode", "errorRef");
      case "escalationEventDefinition" ->
          event(element, Type.ESCALATION, "escalationCode", "escalationRef");
      default -> {}
    }
    if ("external".equalsIgnoreCase(element.camunda("type"))) {
      ModelElement owner = element.is("messageEventDefinition") ? element.parent() : element;
      add(Type.TOPIC, element.camunda("topic"), owner, Direction.OUT);
    }
  }

  private void event(ModelElement definition, Type type, String attribute, String reference) {
    ModelElement event = definition.parent();
    if (event == null) {
      return;
    }
    boolean thrown = event.is("intermediateThrowEvent", "endEvent");
    String ref =
        model
            .byId(local(definition.attribute(reference)))
            .map(target -> target.attribute(attribute))
            .orElse(null);
    add(type, ref, event, thrown ? Direction.OUT : Direction.IN);
  }

  private @Nullable String named(String sort, @Nullable String id) {
    return model
        .byId(local(id))
        .filter(each -> each.is(sort))
        .map(ModelElement::label)
        .orElse(null);
  }

  private static @Nullable String form(ModelElement element) {
    if (element.hasCamunda("formRef")) {
      return element.camunda("formRef");
    }
    String key = element.camunda("formKey");
    String deployed = "camunda-forms:deployment:";
    return key != null && key.startsWith(deployed) ? key.substring(deployed.length()) : null;
  }

  private static @Nullable String local(@Nullable String qualified) {
    return qualified == null ? null : qualified.substring(qualified.indexOf(':') + 1);
  }

  private void add(
      Type type, @Nullable String ref, @Nullable ModelElement at, Direction direction) {
    if (ModelElement.blank(ref) || at == null || at.id() == null) {
      return;
    }
    boolean dynamic = ref.contains("${") || ref.contains("#{");
    String binding = at.camunda(bindingAttribute(type));
    found.add(
        new ModelReference(
            type,
            ref.strip(),
            direction,
            at.id(),
            at.label(),
            dynamic,
            binding,
            at.line(),
            at.column()));
  }

  private static String bindingAttribute(Type type) {
    return switch (type) {
      case PROCESS -> "calledElementBinding";
      case DECISION -> "decisionRefBinding";
      default -> "formRefBinding";
    };
  }
}
