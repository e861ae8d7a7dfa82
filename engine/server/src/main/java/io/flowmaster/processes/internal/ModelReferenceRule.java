package io.flowmaster.processes.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an element refers to by id must be in the same file, and of the right sort. */
final class ModelReferenceRule implements ModelRule {
  private static final Map<String, List<String>> REFERENCES =
      Map.of(
          "messageEventDefinition", List.of("messageRef", "message"),
          "signalEventDefinition", List.of("signalRef", "signal"),
          "escalationEventDefinition", List.of("escalationRef", "escalation"),
          "receiveTask", List.of("messageRef", "message"));
  private static final Set<String> MANDATORY =
      Set.of("messageEventDefinition", "signalEventDefinition");

  @Override
  public void check(ModelDocument model, ModelFindings findings) {
    model.running().stream()
        .flatMap(ModelElement::tree)
        .filter(element -> REFERENCES.containsKey(element.name()))
        .forEach(element -> check(model, element, findings));
    model.running().stream()
        .flatMap(ModelElement::tree)
        .filter(element -> element.is("sequenceFlow"))
        .forEach(flow -> flow(model, flow, findings));
    model.nodes("boundaryEvent").forEach(event -> boundary(model, event, findings));
  }

  private static void check(ModelDocument model, ModelElement element, ModelFindings findings) {
    String attribute = REFERENCES.get(element.name()).get(0);
    String sort = REFERENCES.get(element.name()).get(1);
    String ref = element.attribute(attribute);
    ModelElement owner =
        element.is("receiveTask") || element.parent() == null ? element : element.parent();
    if (ModelElement.blank(ref)) {
      if (MANDATORY.contains(element.name()) && !owner.is("intermediateThrowEvent", "endEvent")) {
        findings.error(
            owner,
            sort + "-reference",
            "%s names no %s. Choose one.".formatted(owner.called(), sort));
      }
    } else if (model.byId(local(ref)).filter(target -> target.is(sort)).isEmpty()) {
      findings.error(
          owner,
          sort + "-reference",
          "%s refers to the %s \"%s\", which the file does not have. Choose one that is there."
              .formatted(owner.called(), sort, ref));
    }
  }

  private static void flow(ModelDocument model, ModelElement flow, ModelFindings findings) {
    for (String end : List.of("sourceRef", "targetRef")) {
      if (model.byId(flow.attribute(end)).filter(ModelDocument::node).isEmpty()) {
        findings.error(
            flow,
            "sequence-flow-ends",
            "The %s of the sequence flow %s is not there. Connect it again or delete it."
                .formatted(end.equals("sourceRef") ? "source" : "target", flow.called()));
      }
    }
  }

  private static void boundary(ModelDocument model, ModelElement event, ModelFindings findings) {
    if (model.byId(event.attribute("attachedToRef")).filter(ModelDocument::activity).isEmpty()) {
      findings.error(
          event,
          "boundary-event-host",
          "The boundary event %s is not attached to an activity. Attach it to one."
              .formatted(event.called()));
    }
  }

  private static String local(String qualified) {
    return qualified.substring(qualified.indexOf(58) + 1);
  }
}
