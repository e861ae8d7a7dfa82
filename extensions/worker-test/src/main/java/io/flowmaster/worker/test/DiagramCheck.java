package io.flowmaster.worker.test;

import io.flowmaster.worker.internal.WorkerDescription;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** One process of a diagram beside the workers. */
final class DiagramCheck {
  private static final String CAMUNDA = BpmnModelConstants.CAMUNDA_NS;

  /** Stands for: nobody can tell what else is set. */
  private static final String ANYTHING = "*";

  private final Process process;
  private final Map<String, WorkerDescription> byTopic;
  private final Set<String> elsewhere;
  private final Function<String, Collection<String>> forms;
  private final List<BaseElement> elements;
  private final Set<String> known;
  private final List<String> findings = new ArrayList<>();

  DiagramCheck(
      Process process,
      Map<String, WorkerDescription> byTopic,
      Set<String> elsewhere,
      Set<String> given,
      Function<String, Collection<String>> forms) {
    this.process = process;
    this.byTopic = byTopic;
    this.elsewhere = elsewhere;
    this.forms = forms;
    this.elements = all(process);
    this.known = new HashSet<>(given);
  }

  List<String> findings() {
    elements.forEach(this::collect);
    for (BaseElement element : elements) {
      String topic = topic(element);
      if (topic != null && !topic.contains("${") && !topic.contains("#{")) {
        check(element, topic);
      }
    }
    return findings;
  }

  private void check(BaseElement task, String topic) {
    WorkerDescription worker = byTopic.get(topic);
    if (worker == null) {
      if (!elsewhere.contains(topic)) {
        find(task, "nobody works the topic " + topic);
      }
      return;
    }
    if (!known.contains(ANYTHING)) {
      Set<String> own = new HashSet<>(mapped(task, "inputParameter"));
      if (task instanceof EventDefinition && task.getParentElement() instanceof BaseElement event) {
        own.addAll(mapped(event, "inputParameter"));
      }
      worker.required().stream()
          .filter(variable -> !known.contains(variable) && !own.contains(variable))
          .forEach(
              variable ->
                  find(task, worker.method() + " needs " + variable + ", which nobody sets"));
    }
    errors(task, worker);
  }

  private void errors(BaseElement task, WorkerDescription worker) {
    Set<String> atTask = new LinkedHashSet<>();
    Set<String> around = new LinkedHashSet<>();
    for (BaseElement element : elements) {
      if (element instanceof BoundaryEvent event && event.getAttachedTo() != null) {
        Set<String> codes = codes(event);
        if (event.getAttachedTo().getId().equals(task.getId())) {
          atTask.addAll(codes);
        } else if (isInside(task, event.getAttachedTo())) {
          around.addAll(codes);
        }
      } else if (element instanceof StartEvent event) {
        around.addAll(codes(event));
      }
    }
    for (String code : worker.errors()) {
      boolean caught =
          atTask.contains(code)
              || around.contains(code)
              || atTask.contains(ANYTHING)
              || around.contains(ANYTHING);
      if (!caught) {
        find(task, worker.method() + " throws " + code + ", which no event catches");
      }
    }
    atTask.stream()
        .filter(code -> !code.equals(ANYTHING) && !worker.errors().contains(code))
        .forEach(
            code ->
                find(
                    task,
                    "its error event waits for "
                        + code
                        + ", which "
                        + worker.method()
                        + " does not declare"));
  }

  /** Which variables an element sets. */
  private void collect(BaseElement element) {
    known.addAll(mapped(element, "outputParameter"));
    add(element.getAttributeValueNs(CAMUNDA, "resultVariable"));
    String form = element.getAttributeValueNs(CAMUNDA, "formRef");
    if (form != null) {
      known.addAll(forms.apply(form));
    }
    String topic = topic(element);
    if (topic != null && (elsewhere.contains(topic) || topic.contains("{"))) {
      known.add(ANYTHING);
    }
    WorkerDescription worker = topic == null ? null : byTopic.get(topic);
    if (worker != null) {
      Set<String> results = worker.results();
      known.addAll(results == null ? Set.of(ANYTHING) : results);
    }
    for (ModelElementInstance part : inner(element)) {
      collectPart(part);
    }
  }

  private void collectPart(ModelElementInstance part) {
    switch (part.getElementType().getTypeName()) {
      case "formField" -> add(part.getAttributeValue("id"));
      case "out" -> {
        if ("all".equals(part.getAttributeValue("variables"))) {
          known.add(ANYTHING);
        }
        add(part.getAttributeValue("target"));
      }
      case "multiInstanceLoopCharacteristics" ->
          add(part.getAttributeValueNs(CAMUNDA, "elementVariable"));
      case "errorEventDefinition" -> {
        add(part.getAttributeValueNs(CAMUNDA, "errorCodeVariable"));
        add(part.getAttributeValueNs(CAMUNDA, "errorMessageVariable"));
      }
      default -> {}
    }
  }

  private void add(@Nullable String variable) {
    if (variable != null && !variable.isBlank()) {
      known.add(variable);
    }
  }

  private static Set<String> mapped(BaseElement element, String kind) {
    Set<String> names = new HashSet<>();
    for (ModelElementInstance part : inner(element)) {
      if (part.getElementType().getTypeName().equals(kind)) {
        names.add(Objects.toString(part.getAttributeValue("name"), ""));
      }
    }
    return names;
  }

  private static Set<String> codes(BaseElement event) {
    Set<String> codes = new LinkedHashSet<>();
    for (ErrorEventDefinition one : event.getChildElementsByType(ErrorEventDefinition.class)) {
      boolean any = one.getError() == null || one.getError().getErrorCode() == null;
      codes.add(any ? ANYTHING : one.getError().getErrorCode());
    }
    return codes;
  }

  private static boolean isInside(ModelElementInstance element, ModelElementInstance around) {
    for (ModelElementInstance up = element.getParentElement();
        up != null;
        up = up.getParentElement()) {
      if (up.equals(around)) {
        return true;
      }
    }
    return false;
  }

  /** Also of message events, where the definition has it. */
  private static @Nullable String topic(BaseElement element) {
    return "external".equals(element.getAttributeValueNs(CAMUNDA, "type"))
        ? element.getAttributeValueNs(CAMUNDA, "topic")
        : null;
  }

  /** What belongs to an element itself: not the flow elements inside a subprocess. */
  private static List<ModelElementInstance> inner(ModelElementInstance element) {
    List<ModelElementInstance> parts = new ArrayList<>();
    for (ModelElementInstance child : children(element)) {
      if (!(child instanceof org.camunda.bpm.model.bpmn.instance.FlowElement)) {
        parts.add(child);
        parts.addAll(inner(child));
      }
    }
    return parts;
  }

  private static List<ModelElementInstance> children(ModelElementInstance element) {
    List<ModelElementInstance> children = new ArrayList<>();
    element
        .getDomElement()
        .getChildElements()
        .forEach(
            dom -> {
              ModelElementInstance child = dom.getModelElementInstance();
              if (child == null) {
                child =
                    org.camunda.bpm.model.xml.impl.util.ModelUtil.getModelElement(
                        dom,
                        (org.camunda.bpm.model.xml.impl.ModelInstanceImpl)
                            element.getModelInstance());
              }
              children.add(child);
            });
    return children;
  }

  private static List<BaseElement> all(ModelElementInstance around) {
    List<BaseElement> found = new ArrayList<>();
    for (ModelElementInstance child : children(around)) {
      if (child instanceof BaseElement element) {
        found.add(element);
        found.addAll(all(element));
      }
    }
    return found;
  }

  private void find(BaseElement element, String what) {
    findings.add("%s, %s: %s".formatted(process.getId(), element.getId(), what));
  }
}
